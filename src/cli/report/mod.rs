//! `report`: the review, one file a report.

mod coverage;
mod freshness;
mod over_all;
mod sources;

use super::{
    Context, Exit, Output,
    args::{Report, ReportArguments},
};
use crate::model::Date;
use over_all::Days;

/// The report that was asked for; `asked` is the day that was, if one was.
pub(super) fn run(
    args: &ReportArguments,
    context: &Context,
    asked: Option<Date>,
    output: Output,
) -> Result<String, Exit> {
    let days = Days { asked, all: args.all };
    match args.what {
        Report::Coverage => coverage::run(context, output),
        Report::Gaps => over_all::gaps_report(context, output, days),
        Report::Overlaps => over_all::overlaps_report(context, output, days),
        Report::Freshness => freshness::run(context, output),
        Report::Sources => sources::run(context, output),
    }
}
