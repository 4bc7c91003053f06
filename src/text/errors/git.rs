//! Why git is not told of guides, in words.

use super::file::file;
use crate::model::{GitFault, Lang};

/// Why git cannot be told how to treat guides.
pub fn git(fault: &GitFault, lang: Lang) -> String {
    match (fault, lang) {
        (GitFault::NoGit, Lang::Nl) => "Git staat niet op deze computer, of niet op het pad.".to_owned(),
        (GitFault::NoGit, Lang::En) => "Git is not on this computer, or not on its path.".to_owned(),
        (GitFault::NoRepository, Lang::Nl) => {
            "Deze map ligt niet in een git-repository met bestanden: ga eerst naar de map van de gids.".to_owned()
        }
        (GitFault::NoRepository, Lang::En) => {
            "This folder is in no git repository with files: go to the folder of the guide first.".to_owned()
        }
        (GitFault::Refused(what), Lang::Nl) => format!("Git weigert: git {what}"),
        (GitFault::Refused(what), Lang::En) => format!("Git refuses: git {what}"),
        (GitFault::File(error), lang) => file(error, lang),
    }
}
