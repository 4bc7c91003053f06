// Hands over what was chosen to the engine, and puts in place what comes back. Every word and every verdict is the
// engine's. What is chosen stands in the form and in memory; nothing is kept, and nothing is asked of a network.
'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const frame = byId('frame');
  let engine;
  // What was chosen besides the form.
  let skipped = [];
  let kept = null;

  // The engine: bytes in, bytes out.

  const carried = (id) => {
    // Five signs for four bytes, as `signs.rs` writes them.
    const block = byId(id);
    const { textContent: signs, dataset } = block;
    const words = new DataView(new ArrayBuffer((signs.length / 5) * 4));
    for (let at = 0, to = 0; at < signs.length; to += 4) {
      let word = 0;
      for (const end = at + 5; at < end; at += 1) {
        const sign = signs.charCodeAt(at);
        word = word * 85 + (sign === 120 ? 60 : sign) - 35;
      }
      words.setUint32(to, word);
    }
    block.remove();
    return new Uint8Array(words.buffer, 0, Number(dataset.bytes));
  };

  const inflate = async (bytes) => {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Response(stream).arrayBuffer();
  };

  // What the browser cannot unpack itself; the bytes are copied out, for the memory may move.
  const unpack = (unpacker, bytes) => {
    const at = unpacker.room(bytes.length);
    new Uint8Array(unpacker.memory.buffer, at, bytes.length).set(bytes);
    const length = unpacker.unpack();
    if (length < 0) throw new Error('packed');
    return new Uint8Array(unpacker.memory.buffer, unpacker.unpacked(), length).slice();
  };

  const started = async (code) => (await WebAssembly.instantiate(code)).instance.exports;

  const call = (door, bytes) => {
    // The room may move the memory: it is asked for first.
    const at = engine.room(bytes.length);
    new Uint8Array(engine.memory.buffer, at, bytes.length).set(bytes);
    const length = door();
    const answer = new Uint8Array(engine.memory.buffer, engine.answer(), Math.abs(length));
    const text = new TextDecoder().decode(answer);
    if (length < 0) throw new Error(text);
    return text;
  };

  const ask = (request) => call(engine.ask, new TextEncoder().encode(JSON.stringify(request)));
  const asked = (request) => JSON.parse(ask(request));

  const start = async () => {
    const unpacker = await started(await inflate(carried('unpack')));
    engine = await started(unpack(unpacker, carried('engine')));
    call(engine.open, unpack(unpacker, carried('bundle')));
  };

  // What was asked.

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  const controls = (facet) => [...byId('who').querySelectorAll(`[name="${CSS.escape(facet)}"]`)];

  const profile = () => {
    const said = new Map();
    for (const [facet, value] of new FormData(byId('who'))) {
      if (value !== '') said.set(facet, [...(said.get(facet) ?? []), value]);
    }
    return [...said].map(([facet, values]) => `${facet}=${values.join(',')}`);
  };

  const question = () => {
    const gemeente = byId('gemeente').value.trim();
    return {
      profile: profile(),
      date: byId('date').value || today(),
      lang: byId('language').value,
      ...(gemeente === '' ? {} : { gemeente }),
    };
  };

  const choose = (facet, values) => {
    const all = controls(facet);
    for (const control of all) control.checked = values.includes(control.value);
    const several = all.find((control) => 'several' in control.dataset);
    if (!several) return;
    const one = all.find((control) => control !== several && control.value === values.join(','));
    const is = values.length > 1 && !one;
    several.disabled = !is;
    several.value = is ? values.join(',') : '';
    several.parentElement.hidden = !is;
    several.parentElement.querySelector('.values').textContent =
      values.map((value) => byId(`${facet}.${value}`)?.parentElement.querySelector('span').firstChild.data ?? value).join(', ');
    (is ? several : one ?? all.find((control) => control !== several && control.value === '')).checked = true;
  };

  const forget = () => {
    byId('who').reset();
    for (const several of document.querySelectorAll('[data-several]')) choose(several.name, []);
    byId('gemeente').value = '';
    byId('words').value = '';
    byId('date').value = today();
    skipped = [];
    kept = null;
    found();
  };

  // What is shown.

  const show = () => {
    const shown = asked({ show: { question: question(), today: today(), skipped, ...(kept ? { kept } : {}) } });
    byId('answer').innerHTML = shown.answer;
    byId('status').textContent = shown.status;
    byId('gemeente.note').textContent = shown.gemeente;
    byId('compare').setAttribute('aria-pressed', String(kept !== null));
    for (const { id, impossible, note } of shown.options) {
      const control = byId(id);
      control.disabled = impossible && !control.checked;
      control.parentElement.classList.toggle('impossible', control.disabled);
      byId(`${id}.note`).textContent = note;
    }
  };

  const open = (request) => {
    byId('said').innerHTML = asked(request).html;
    if (!byId('opened').open) byId('opened').showModal();
    byId('title').focus();
    byId('opened').scrollTop = 0;
  };

  const found = () => {
    const words = byId('words').value;
    const { html, status } = asked({ search: { question: question(), words } });
    byId('hits').innerHTML = html;
    byId('hits').hidden = html === '';
    byId('status').textContent = status;
  };

  const draw = (lang) => {
    const { body, title } = asked({ frame: { lang } });
    frame.innerHTML = body;
    document.title = title;
    document.documentElement.lang = lang;
    byId('date').value = today();
    // On a phone the plan and the next question go first.
    byId('asked')?.toggleAttribute('open', !matchMedia('(max-width: 760px)').matches);
  };

  const speak = (lang) => {
    const { profile: said, gemeente, date } = question();
    const theme = byId('theme').value;
    draw(lang);
    byId('theme').value = theme;
    fill(said, { gemeente, date });
    byId('language').focus();
  };

  const fill = (said, { gemeente = '', date = '' }) => {
    for (const text of said) {
      const [facet, values] = text.split('=');
      choose(facet, values.split(','));
    }
    byId('gemeente').value = gemeente;
    byId('date').value = date || today();
    show();
  };

  // The address: read once and taken out again, so that the browser does not keep it; never written.

  const linked = () => {
    const { profile: said, date, gemeente, lang } = question();
    const pairs = said.map((text) => text.split('='));
    if (gemeente) pairs.push(['gemeente', gemeente]);
    if (date !== today()) pairs.push(['date', date]);
    pairs.push(['lang', lang]);
    return `${location.href.split('#')[0]}#${new URLSearchParams(pairs)}`;
  };

  const read = () => {
    const words = location.hash.slice(1);
    if (words === '') return;
    history.replaceState(null, '', location.href.split('#')[0]);
    take(words);
  };

  // A situation, as an address says it, in the place of what was chosen.
  const take = (words) => {
    const pairs = [...new URLSearchParams(words)].filter(([, value]) => value !== '');
    if (pairs.length === 0) return;
    const { lang, date, gemeente, party, ...said } = Object.fromEntries(pairs);
    forget();
    if (lang && lang !== byId('language').value && ['nl', 'en'].includes(lang)) speak(lang);
    fill(Object.entries(said).map(([facet, values]) => `${facet}=${values}`).filter((text) => controls(text.split('=')[0]).length > 0), { gemeente, date });
    if (party) open({ party: { question: question(), party } });
  };

  // What a user does.

  const ticked = (control) => {
    // Yes and no of one value do not go together, and neither does any of them with none.
    if (control.type !== 'checkbox' || !control.checked) return;
    const is = (value) => control.value === `niet-${value}` || value === `niet-${control.value}`;
    for (const other of controls(control.name)) {
      if (other !== control && (is(other.value) || other.value === 'geen' || control.value === 'geen')) other.checked = false;
    }
  };

  const answered = (facet, value) => {
    const control = byId(`${facet}.${value}`);
    control.checked = true;
    ticked(control);
    show();
  };

  // A question of the quiz is answered once; what was chosen is in the page only.
  const check = (button) => {
    const asked = button.closest('fieldset');
    const chosen = asked.querySelector('input:checked');
    if (!chosen) return;
    for (const option of asked.querySelectorAll('input')) {
      option.parentElement.classList.toggle('right', 'right' in option.dataset);
      option.disabled = option !== chosen;
    }
    const is = 'right' in chosen.dataset;
    const verdict = asked.querySelector('.verdict');
    verdict.textContent = is ? verdict.dataset.right : verdict.dataset.wrong;
    verdict.classList.toggle('wrong', !is);
    asked.querySelector('.why').hidden = false;
    const score = byId('opened').querySelector('[data-score]');
    score.textContent = Number(score.textContent) + Number(is);
    byId('status').textContent = verdict.textContent;
    chosen.focus();
    button.parentElement.hidden = true;
  };

  const play = (seed) => open({ quiz: { question: question(), seed } });

  const actions = {
    check: (_, button) => check(button),
    series: ({ series }) => play(Number(series)),
    cases: () => buttons.cases(),
    case: ({ case: id }) => open({ case: { lang: byId('language').value, id } }),
    situation: ({ situation }) => { byId('opened').close(); take(situation); byId('answer').focus(); },
    facet: ({ facet, value }) => { byId('words').value = ''; found(); answered(facet, value); },
    skip: ({ skip }) => { skipped.push(skip); show(); },
    clear: ({ clear }) => { choose(clear, []); show(); },
    party: ({ party }) => open({ party: { question: question(), party } }),
    gemeente: ({ gemeente }) => { byId('gemeente').value = gemeente; byId('words').value = ''; found(); show(); },
  };

  const buttons = {
    clear: () => { forget(); show(); },
    compare: () => { kept = kept ? null : question(); show(); },
    print: () => print(),
    cases: () => open({ cases: { lang: byId('language').value } }),
    quiz: () => play(1),
    about: () => open({ about: { lang: byId('language').value, today: today() } }),
    link: () => {
      byId('address').value = linked();
      byId('linked').showModal();
      byId('address').select();
    },
  };

  frame.addEventListener('click', (event) => {
    const { target } = event;
    if (target.matches('.skip')) {
      event.preventDefault();
      byId('answer').focus();
    }
    const button = target.closest('button');
    if (!button) return;
    if (buttons[button.id]) return buttons[button.id]();
    const name = Object.keys(actions).find((name) => name in button.dataset);
    if (!name) return;
    const place = button.closest('.question');
    actions[name](button.dataset, button);
    // The next question stands where the last one stood.
    if (place) frame.querySelector('.question button')?.focus();
  });

  frame.addEventListener('change', ({ target }) => {
    if (target.id === 'language') speak(target.value);
    else if (target.id === 'theme') document.documentElement.dataset.theme = target.value;
    else if (target.id === 'date' || target.form?.id === 'who') { ticked(target); show(); }
  });

  frame.addEventListener('input', ({ target }) => { if (target.id === 'words') found(); });
  frame.addEventListener('submit', (event) => { if (event.target.method !== 'dialog') event.preventDefault(); });
  addEventListener('hashchange', read);

  // On paper nothing is folded.
  let unfolded = [];
  addEventListener('beforeprint', () => {
    unfolded = [...frame.querySelectorAll('main details:not([open])')];
    for (const folded of unfolded) folded.open = true;
  });
  addEventListener('afterprint', () => { for (const folded of unfolded) folded.open = false; });

  // 112 is in sight at once; the rest comes with the engine.
  frame.hidden = false;
  const ready = start();
  window.wegwijzer = {
    // The JSON of `wegwijzer lookup --format json`, byte for byte.
    ask: async ({ profile = [], date = today(), lang = 'nl', gemeente } = {}) => {
      await ready;
      return ask({ ask: { profile, date, lang, ...(gemeente === undefined ? {} : { gemeente }) } });
    },
  };

  ready.then(() => {
    draw(document.documentElement.lang);
    show();
    performance.mark('first answer');
    read();
  }).catch(() => {
    frame.innerHTML = byId('plain').textContent;
  });
})();
