//! The table of what is needed: one row for each thing, with the packages that hold it.
//!
//! There is no row for making packages: Kaon writes them by itself.

use super::super::super::Purpose::{self, Build, Headless, Run, Test};

#[derive(Clone, Copy)]
pub(super) enum Check {
    /// A shared library, by the name that programs load it under.
    Library(&'static str),
    Program(&'static str),
    /// A library with what is needed to build against it.
    Module(&'static str),
}

pub(super) struct Need {
    pub(super) name: &'static str,
    pub(super) reason: &'static str,
    pub(super) purpose: Purpose,
    pub(super) check: Check,
    /// Packages of apt, dnf, pacman and zypper, divided by spaces; empty where there is none.
    pub(super) packages: [&'static str; 4],
}

const fn need(
    name: &'static str,
    reason: &'static str,
    purpose: Purpose,
    check: Check,
    packages: [&'static str; 4],
) -> Need {
    Need { name, reason, purpose, check, packages }
}

use Check::{Library, Module, Program};

#[rustfmt::skip]
pub(super) const NEEDS: [Need; 22] = [
    need("WebKitGTK 4.1", "shows the pages of windows", Run, Library("libwebkit2gtk-4.1.so.0"),
        ["libwebkit2gtk-4.1-0", "webkit2gtk4.1", "webkit2gtk-4.1", "libwebkit2gtk-4_1-0"]),
    need("GTK 3", "draws windows and menus", Run, Library("libgtk-3.so.0"),
        ["libgtk-3-0", "gtk3", "gtk3", "libgtk-3-0"]),
    need("Xvfb", "the virtual screen of --headless", Headless, Program("Xvfb"),
        ["xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb", "xorg-x11-server-Xvfb"]),
    need("D-Bus", "the session bus of --headless", Headless, Program("dbus-daemon"),
        ["dbus", "dbus-daemon", "dbus", "dbus-1-daemon"]),
    need("C compiler", "builds the JavaScript engine", Build, Program("cc"),
        ["gcc libc6-dev", "gcc", "gcc", "gcc"]),
    need("pkg-config", "finds libraries to build against", Build, Program("pkg-config"),
        ["pkg-config", "pkgconf-pkg-config", "pkgconf", "pkg-config"]),
    need("WebKitGTK 4.1 headers", "builds the runtime", Build, Module("webkit2gtk-4.1"),
        ["libwebkit2gtk-4.1-dev", "webkit2gtk4.1-devel", "webkit2gtk-4.1", "webkit2gtk3-devel"]),
    need("JavaScriptCore 4.1 headers", "builds the runtime", Build, Module("javascriptcoregtk-4.1"),
        ["libjavascriptcoregtk-4.1-dev", "javascriptcoregtk4.1-devel", "webkit2gtk-4.1", "webkit2gtk3-devel"]),
    need("Soup 3 headers", "builds the runtime", Build, Module("libsoup-3.0"),
        ["libsoup-3.0-dev", "libsoup3-devel", "libsoup3", "libsoup-devel"]),
    need("GTK 3 headers", "builds the runtime", Build, Module("gtk+-3.0"),
        ["libgtk-3-dev", "gtk3-devel", "gtk3", "gtk3-devel"]),
    need("lintian", "checks .deb packages", Test, Program("lintian"),
        ["lintian", "", "", ""]),
    need("desktop-file-validate", "checks desktop entries", Test, Program("desktop-file-validate"),
        ["desktop-file-utils", "desktop-file-utils", "desktop-file-utils", "desktop-file-utils"]),
    need("xz", "looks into packages", Test, Program("xz"),
        ["xz-utils", "xz", "xz", "xz"]),
    need("openbox", "a window manager for window tests", Test, Program("openbox"),
        ["openbox", "openbox", "openbox", "openbox"]),
    need("xdotool", "types and clicks in window tests", Test, Program("xdotool"),
        ["xdotool", "xdotool", "xdotool", "xdotool"]),
    need("xprop", "looks at windows in window tests", Test, Program("xprop"),
        ["x11-utils", "xprop", "xorg-xprop", "xprop"]),
    need("xwininfo", "looks at windows in window tests", Test, Program("xwininfo"),
        ["x11-utils", "xwininfo", "xorg-xwininfo", "xwininfo"]),
    need("wmctrl", "moves and closes windows in window tests", Test, Program("wmctrl"),
        ["wmctrl", "wmctrl", "wmctrl", "wmctrl"]),
    need("import", "takes pictures in window tests", Test, Program("import"),
        ["imagemagick", "ImageMagick", "imagemagick", "ImageMagick"]),
    need("mingw-w64", "builds for Windows", Test, Program("x86_64-w64-mingw32-gcc"),
        ["gcc-mingw-w64-x86-64-posix", "mingw64-gcc", "mingw-w64-gcc", "mingw64-cross-gcc"]),
    need("Wine", "runs what was built for Windows", Test, Program("wine"),
        ["wine wine64", "wine", "wine", "wine"]),
    need("dpkg-deb", "reads packages back", Test, Program("dpkg-deb"),
        ["dpkg", "dpkg", "dpkg", "dpkg"]),
];
