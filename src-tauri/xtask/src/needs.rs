//! What a machine must have, as one table: how to see that it is there, and what each system calls it.

/// Who needs it: building and running the window, or only the tests.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
pub(crate) enum Purpose {
    Run,
    Test,
}

pub(crate) enum Probe {
    /// One of these programs is on PATH.
    Program(&'static [&'static str]),
    /// This command line succeeds.
    Succeeds(&'static [&'static str]),
    /// This command line succeeds and prints something.
    Prints(&'static [&'static str]),
}

/// Package names; of `a|b` the first that the system knows is taken.
pub(crate) struct Need {
    pub(crate) what: &'static str,
    pub(crate) purpose: Purpose,
    pub(crate) probe: Probe,
    pub(crate) apt: &'static [&'static str],
    pub(crate) dnf: &'static [&'static str],
    pub(crate) pacman: &'static [&'static str],
}

/// For Linux. dnf also takes a path for a name, which outlives the renaming of packages.
pub(crate) const NEEDS: &[Need] = &[
    Need {
        what: "C compiler and make",
        purpose: Purpose::Run,
        probe: Probe::Succeeds(&["make", "--version"]),
        apt: &["build-essential"],
        dnf: &["gcc", "gcc-c++", "make"],
        pacman: &["base-devel"],
    },
    Need {
        what: "pkg-config",
        purpose: Purpose::Run,
        probe: Probe::Program(&["pkg-config"]),
        apt: &["pkg-config"],
        dnf: &["pkgconf-pkg-config"],
        pacman: &["pkgconf"],
    },
    Need {
        what: "Perl with the modules that OpenSSL's configuration uses",
        purpose: Purpose::Run,
        probe: Probe::Succeeds(&["perl", "-MFindBin", "-MIPC::Cmd", "-MFile::Compare", "-e1"]),
        apt: &["perl"],
        dnf: &["perl-core"],
        pacman: &["perl"],
    },
    Need {
        what: "the web view, with headers",
        purpose: Purpose::Run,
        probe: Probe::Succeeds(&["pkg-config", "--exists", "webkit2gtk-4.1"]),
        apt: &["libwebkit2gtk-4.1-dev"],
        dnf: &["webkit2gtk4.1-devel"],
        pacman: &["webkit2gtk-4.1"],
    },
    Need {
        what: "a font with Chinese characters",
        purpose: Purpose::Run,
        probe: Probe::Prints(&["fc-list", ":lang=zh-cn", "family"]),
        apt: &["fontconfig", "fonts-wqy-microhei"],
        dnf: &["fontconfig", "google-noto-sans-cjk-fonts|wqy-microhei-fonts"],
        pacman: &["fontconfig", "wqy-microhei"],
    },
    Need {
        what: "the web view's test driver",
        purpose: Purpose::Test,
        probe: Probe::Program(&["WebKitWebDriver"]),
        apt: &["webkit2gtk-driver|webkitgtk-webdriver"],
        dnf: &["/usr/bin/WebKitWebDriver"],
        pacman: &["webkit2gtk-4.1"],
    },
    Need {
        what: "another program that adds up books",
        purpose: Purpose::Test,
        probe: Probe::Program(&["hledger"]),
        apt: &["hledger"],
        dnf: &["hledger"],
        pacman: &["hledger"],
    },
    Need {
        what: "a display without a screen",
        purpose: Purpose::Test,
        probe: Probe::Program(&["xvfb-run"]),
        apt: &["xvfb", "xauth"],
        dnf: &["/usr/bin/xvfb-run", "/usr/bin/xauth"],
        pacman: &["xorg-server-xvfb", "xorg-xauth"],
    },
    Need {
        what: "X authority",
        purpose: Purpose::Test,
        probe: Probe::Program(&["xauth"]),
        apt: &["xauth"],
        dnf: &["/usr/bin/xauth"],
        pacman: &["xorg-xauth"],
    },
    Need {
        what: "a session bus",
        purpose: Purpose::Test,
        probe: Probe::Program(&["dbus-run-session"]),
        apt: &["dbus"],
        dnf: &["/usr/bin/dbus-run-session"],
        pacman: &["dbus"],
    },
    Need {
        what: "Chromium",
        purpose: Purpose::Test,
        probe: Probe::Program(CHROMIUM_NAMES),
        apt: &["chromium"],
        dnf: &["chromium"],
        pacman: &["chromium"],
    },
    Need {
        what: "a reader of PDF text and fonts",
        purpose: Purpose::Test,
        probe: Probe::Program(&["pdftotext"]),
        apt: &["poppler-utils"],
        dnf: &["poppler-utils"],
        pacman: &["poppler"],
    },
    Need {
        what: "a checker of PDF structure",
        purpose: Purpose::Test,
        probe: Probe::Program(&["qpdf"]),
        apt: &["qpdf"],
        dnf: &["qpdf"],
        pacman: &["qpdf"],
    },
];

pub(crate) const CHROMIUM_NAMES: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

/// What a person installs by hand where there is no package program we know.
pub(crate) const BY_HAND: &str = if cfg!(windows) {
    "Kontor is built with:\n\
     - Visual Studio Build Tools, workload \"Desktop development with C++\"\n\
     - the WebView2 runtime (part of Windows 11)\n\
     - Strawberry Perl, which configures OpenSSL\n\
     - Node 20.20.2 or newer\n\
     and tested with, on PATH:\n\
     - Chrome or Edge, msedgedriver of the same version as WebView2\n\
     - pdftotext (poppler) and qpdf"
} else if cfg!(target_os = "macos") {
    "Kontor is built with:\n\
     - the command line tools of Xcode: xcode-select --install\n\
     - Node 20.20.2 or newer\n\
     and tested with:\n\
     - Chrome\n\
     - pdftotext and qpdf: brew install poppler qpdf"
} else {
    "Neither apt-get, dnf nor pacman was found. Kontor is built with a C compiler, make,\n\
     pkg-config, Perl, WebKitGTK 4.1 with headers and a font with Chinese characters, and\n\
     tested with WebKitWebDriver, xvfb-run, xauth, dbus-run-session, Chromium, pdftotext, qpdf."
};
