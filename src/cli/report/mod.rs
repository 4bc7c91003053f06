//! `report`: the review, one file a report.

mod coverage;
mod sources;

use super::{
    Context, Exit, Output,
    args::{Report, ReportArguments},
};

pub(super) fn run(args: &ReportArguments, context: &Context, output: Output) -> Result<String, Exit> {
    match args.what {
        Report::Coverage => coverage::run(context, output),
        Report::Sources => sources::run(context, output),
    }
}
