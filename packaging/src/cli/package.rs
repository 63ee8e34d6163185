use std::{
    env,
    path::PathBuf,
    time::{Duration, Instant},
};

use clap::{Args, ValueEnum};

use super::{Outcome, failure::Failure, say};
use crate::{
    app::App,
    formats::deb,
    interrupts,
    runtime::{self, Runtime},
};

const BETWEEN_REPORTS: Duration = Duration::from_secs(2);

/// Make a package of an app, ready to be installed
///
/// The package holds the runtime and the app's files: without `devDependencies`, version control and the like. Of
/// package.json it uses name, version, description, author, license and homepage, and of its `build`: productName,
/// appId, icon, copyright, linux.category, linux.icon, linux.maintainer and deb.depends.
///
/// The same files make the same package; SOURCE_DATE_EPOCH sets the time of everything in it.
#[derive(Args)]
pub(super) struct Package {
    /// The app's folder
    #[arg(default_value = ".")]
    dir: PathBuf,
    #[arg(long, value_enum)]
    format: Format,
    /// Where the package goes [default: `dist` in the app's folder]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The runtime executable that the package ships [default: kaon-shell beside this program]
    #[arg(long, value_name = "FILE")]
    runtime: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For Debian, Ubuntu and their relatives
    Deb,
}

impl Package {
    pub(super) fn carry_out(self) -> Outcome {
        let app = App::open(&self.dir)?;
        let runtime = self.runtime()?;
        let out = self.out.unwrap_or_else(|| self.dir.join("dist"));
        // From here on, Ctrl-C ends the work between two files and leaves nothing behind.
        let _listening = interrupts::listen(|_| {})?;
        let mut reported = Instant::now();
        let mut progress = |done: usize, all: usize| {
            if reported.elapsed() > BETWEEN_REPORTS {
                reported = Instant::now();
                say::progress("Packing", format!("{done} of {all} files"));
            }
            !interrupts::requested()
        };
        say::progress("Packing", format!("{} with {}", self.dir.display(), runtime.display()));
        let built = match self.format {
            Format::Deb => {
                deb::build(&deb::Request { app: &app, runtime: &runtime, out: &out }, &mut progress)?
            }
        };
        built.remarks.iter().for_each(say::warning);
        say::progress("Packed", format!("{} files and folders into", built.files));
        say::answer(built.file.display());
        Ok(0)
    }

    /// Where this program was built for debugging, a release build of the runtime beside it is the one to ship.
    fn runtime(&self) -> Result<PathBuf, Failure> {
        if let Some(runtime) = &self.runtime {
            let missing = || Failure::new(format!("no such runtime: {}", runtime.display()));
            return if runtime.is_file() { Ok(runtime.clone()) } else { Err(missing()) };
        }
        let program = env::current_exe()?;
        let target =
            program.parent().filter(|folder| folder.ends_with("debug")).and_then(|folder| folder.parent());
        let release = target.map(|target| target.join("release").join(Runtime::Shell.name()));
        match release.filter(|file| file.is_file() && env::var_os(runtime::OVERRIDE).is_none()) {
            Some(release) => Ok(release),
            None => Ok(Runtime::Shell.find()?),
        }
    }
}
