use std::{
    fs,
    os::unix::fs::{FileTypeExt, PermissionsExt, symlink},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{Place, assert_fails, deb, shown, told};

const SIGTERM: i32 = 15;

fn script(place: &Place, text: &str) -> PathBuf {
    let path = place.write("runtime", &format!("#!/bin/sh\n{text}\n"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

/// A runtime that prints its first two arguments and ends with 7.
pub(crate) fn echoing_runtime(place: &Place) -> PathBuf {
    script(place, "echo \"$1\"; echo \"$2\"; exit 7")
}

fn wait_for(what: &str, mut happened: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !happened() {
        assert!(Instant::now() < deadline, "never happened: {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

fn signal(child: &Child, name: &str) {
    assert!(Command::new("kill").args([name, &child.id().to_string()]).status().unwrap().success());
}

fn script_app(place: &Place) {
    place.write("app.js", "1");
}

#[test]
fn an_app_that_is_killed_gives_128_and_the_signal() {
    let place = Place::new();
    script_app(&place);
    let runtime = script(&place, "kill -9 $$");
    assert_eq!(told(place.kaon(&["run", "app.js"]).env("KAON_RUNTIME", runtime)).code, Some(128 + 9));
}

#[test]
fn a_signal_goes_on_to_the_app_and_the_app_decides() {
    let place = Place::new();
    script_app(&place);
    let runtime = script(&place, "trap 'echo told; exit 5' TERM INT; touch up; while :; do sleep 0.05; done");
    for name in ["-TERM", "-INT"] {
        let mut command = place.kaon(&["run", "app.js"]);
        let child = command.env("KAON_RUNTIME", &runtime).stdout(Stdio::piped()).spawn().unwrap();
        wait_for("the app is up", || place.path("up").exists());
        signal(&child, name);
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stdout), (Some(5), b"told\n".to_vec()), "{name}");
        fs::remove_file(place.path("up")).unwrap();
    }
}

#[test]
fn an_app_that_does_not_listen_dies_of_the_signal() {
    let place = Place::new();
    script_app(&place);
    let runtime = script(&place, "touch up; exec sleep 60");
    let mut child = place.kaon(&["run", "app.js"]).env("KAON_RUNTIME", runtime).spawn().unwrap();
    wait_for("the app is up", || place.path("up").exists());
    signal(&child, "-TERM");
    assert_eq!(child.wait().unwrap().code(), Some(128 + SIGTERM));
}

fn virtual_screen_is_here() -> bool {
    let here = Command::new("Xvfb").arg("-help").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !here {
        eprintln!("skipped: Xvfb is not installed");
    }
    here
}

fn window_app(place: &Place) {
    place.write("app/package.json", "{}");
    place.write("app/index.js", "require('electron')");
}

fn alive(pid: &str) -> bool {
    Command::new("kill").args(["-0", pid]).stderr(Stdio::null()).status().unwrap().success()
}

#[test]
fn a_headless_app_has_a_screen_that_is_pictured_and_ends_with_it() {
    if !virtual_screen_is_here() {
        return;
    }
    let place = Place::new();
    window_app(&place);
    let runtime = script(&place, "echo \"$DISPLAY $$\" > seen; touch \"$KAON_READY_FILE\"; exec sleep 60");
    let arguments = ["run", "app", "--headless", "--screenshot", "shot 📝.png", "--exit-after-screenshot"];
    let told = told(place.kaon(&arguments).env("KAON_RUNTIME", runtime));
    assert_eq!((told.code, told.out.as_str()), (Some(0), "shot 📝.png\n"), "{}", told.err);
    let picture = fs::File::open(place.path("shot 📝.png")).unwrap();
    let picture = png::Decoder::new(std::io::BufReader::new(picture)).read_info().unwrap();
    assert_eq!((picture.info().width, picture.info().height), (1280, 800));
    let seen = fs::read_to_string(place.path("seen")).unwrap();
    let (display, pid) = seen.trim().split_once(' ').unwrap();
    assert!(!alive(pid));
    assert!(!Path::new(&format!("/tmp/.X11-unix/X{}", display.trim_start_matches(':'))).exists());
}

#[test]
fn a_headless_app_is_told_to_end_and_its_screen_ends() {
    if !virtual_screen_is_here() {
        return;
    }
    let place = Place::new();
    window_app(&place);
    let runtime = script(
        &place,
        "trap 'exit 3' INT; echo \"$DISPLAY\" > seen; mv seen up; while :; do sleep 0.05; done",
    );
    let mut child = place.kaon(&["run", "app", "--headless"]).env("KAON_RUNTIME", runtime).spawn().unwrap();
    wait_for("the app is up", || place.path("up").exists());
    let display = fs::read_to_string(place.path("up")).unwrap();
    let socket = format!("/tmp/.X11-unix/X{}", display.trim().trim_start_matches(':'));
    assert!(fs::metadata(&socket).unwrap().file_type().is_socket());
    signal(&child, "-INT");
    assert_eq!(child.wait().unwrap().code(), Some(3));
    assert!(!Path::new(&socket).exists());
}

#[test]
fn a_headless_app_that_ends_unpainted_is_a_failure() {
    if !virtual_screen_is_here() {
        return;
    }
    let place = Place::new();
    window_app(&place);
    let runtime = script(&place, "exit 0");
    let mut command = place.kaon(&["run", "app", "--headless", "--screenshot", "s.png"]);
    assert_fails(command.env("KAON_RUNTIME", runtime), 1, &["ended with code 0 before a window had painted"]);
}

#[test]
fn an_app_with_windows_and_no_display_is_told_of_headless() {
    let place = Place::new();
    window_app(&place);
    let runtime = script(&place, "exit 0");
    let parts = ["no display", "hint: `--headless`"];
    assert_fails(place.kaon(&["run", "app"]).env("KAON_RUNTIME", &runtime), 1, &parts);
    assert_eq!(
        told(place.kaon(&["run", "app"]).env("KAON_RUNTIME", runtime).env("DISPLAY", ":9")).code,
        Some(0)
    );
}

#[test]
fn links_and_modes_are_packed_as_they_are() {
    let place = Place::new();
    let app = deb::app(&place, "{}");
    symlink("../index.js", place.write("app/lib/real.js", "").with_file_name("link.js")).unwrap();
    fs::set_permissions(app.join("lib/real.js"), fs::Permissions::from_mode(0o700)).unwrap();
    let entries = deb::packed(&place);
    let home = "usr/lib/test-free/resources/app/lib";
    assert_eq!(entries[&format!("{home}/link.js")].link.as_deref(), Some("../index.js"));
    assert_eq!(entries[&format!("{home}/real.js")].mode, 0o755);
    assert_eq!(entries["usr/lib/test-free/resources/app/index.js"].mode, 0o644);
}

#[test]
fn what_cannot_be_packed_is_refused_by_name() {
    for (name, target, message) in [
        ("out", "/etc/hostname", "is a link out of the app's folder"),
        ("up", "../secret", "is a link out of the app's folder"),
        ("none", "nothing", "is a link to nothing that is packed"),
        ("git", ".git/HEAD", "is a link to nothing that is packed"),
    ] {
        let place = Place::new();
        let app = deb::app(&place, "{}");
        place.write("secret", "");
        place.write("app/.git/HEAD", "");
        symlink(target, app.join(name)).unwrap();
        assert_fails(
            &mut deb::package(&place),
            1,
            &[&shown(&app.canonicalize().unwrap().join(name)), message],
        );
        assert!(!place.path("out").exists());
    }
    let place = Place::new();
    let app = deb::app(&place, "{}");
    assert!(Command::new("mkfifo").arg(app.join("pipe")).status().unwrap().success());
    assert_fails(&mut deb::package(&place), 1, &["pipe is neither file, folder nor link"]);
}

#[test]
fn a_package_that_is_interrupted_leaves_nothing_behind() {
    let place = Place::new();
    let app = deb::app(&place, "{}");
    // Noise, because it takes long to find that it cannot be made smaller.
    let mut state = 1u64;
    let noise = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 56) as u8
    });
    fs::write(app.join("noise"), noise.take(40_000_000).collect::<Vec<u8>>()).unwrap();
    let child = deb::package(&place).stderr(Stdio::piped()).spawn().unwrap();
    wait_for("packing has begun", || place.path("out").exists());
    signal(&child, "-INT");
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(fs::read_dir(place.path("out")).unwrap().count(), 0);
}
