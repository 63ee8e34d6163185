//! What ciphers there are, by OpenSSL's names, numbers and sizes.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Aes,
    TripleDes,
    ChaCha,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Ecb,
    Cbc,
    Ctr,
    Cfb,
    Cfb1,
    Cfb8,
    Ofb,
    Gcm,
    Ccm,
    Ocb,
    Wrap,
    WrapPad,
    Stream,
    Poly1305,
}

impl Mode {
    /// The name that `getCipherInfo` gives.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ecb => "ecb",
            Self::Cbc => "cbc",
            Self::Ctr => "ctr",
            Self::Cfb | Self::Cfb1 | Self::Cfb8 => "cfb",
            Self::Ofb => "ofb",
            Self::Gcm => "gcm",
            Self::Ccm => "ccm",
            Self::Ocb => "ocb",
            Self::Wrap | Self::WrapPad => "wrap",
            Self::Stream | Self::Poly1305 => "stream",
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Info {
    pub(super) name: &'static str,
    pub(super) nid: u32,
    pub(super) family: Family,
    pub(super) mode: Mode,
    pub(super) key: usize,
    /// Zero when there is none.
    pub(super) iv: usize,
    /// Zero when there is none, as for stream ciphers by nature.
    pub(super) block: usize,
}

impl Info {
    /// Whether an initialization vector of this length will do.
    pub(super) fn takes_iv(&self, length: usize) -> bool {
        match self.mode {
            Mode::Gcm => length >= 1,
            Mode::Ccm => (7..=13).contains(&length),
            Mode::Ocb => (1..=15).contains(&length),
            Mode::Poly1305 => (1..=12).contains(&length),
            _ => length == self.iv,
        }
    }
}

macro_rules! ciphers {
    ($($name:literal $nid:literal $family:ident $mode:ident $key:literal $iv:literal $block:literal,)*) => {
        const TABLE: &[Info] = &[$(Info {
            name: $name,
            nid: $nid,
            family: Family::$family,
            mode: Mode::$mode,
            key: $key,
            iv: $iv,
            block: $block,
        },)*];
    };
}

ciphers! {
    "aes-128-cbc"             419  Aes       Cbc      16 16 16,
    "id-aes128-ccm"           896  Aes       Ccm      16 12 1,
    "aes-128-cfb"             421  Aes       Cfb      16 16 1,
    "aes-128-cfb1"            650  Aes       Cfb1     16 16 1,
    "aes-128-cfb8"            653  Aes       Cfb8     16 16 1,
    "aes-128-ctr"             904  Aes       Ctr      16 16 1,
    "aes-128-ecb"             418  Aes       Ecb      16 0  16,
    "id-aes128-gcm"           895  Aes       Gcm      16 12 1,
    "aes-128-ocb"             958  Aes       Ocb      16 12 16,
    "aes-128-ofb"             420  Aes       Ofb      16 16 1,
    "aes-192-cbc"             423  Aes       Cbc      24 16 16,
    "id-aes192-ccm"           899  Aes       Ccm      24 12 1,
    "aes-192-cfb"             425  Aes       Cfb      24 16 1,
    "aes-192-cfb1"            651  Aes       Cfb1     24 16 1,
    "aes-192-cfb8"            654  Aes       Cfb8     24 16 1,
    "aes-192-ctr"             905  Aes       Ctr      24 16 1,
    "aes-192-ecb"             422  Aes       Ecb      24 0  16,
    "id-aes192-gcm"           898  Aes       Gcm      24 12 1,
    "aes-192-ocb"             959  Aes       Ocb      24 12 16,
    "aes-192-ofb"             424  Aes       Ofb      24 16 1,
    "aes-256-cbc"             427  Aes       Cbc      32 16 16,
    "id-aes256-ccm"           902  Aes       Ccm      32 12 1,
    "aes-256-cfb"             429  Aes       Cfb      32 16 1,
    "aes-256-cfb1"            652  Aes       Cfb1     32 16 1,
    "aes-256-cfb8"            655  Aes       Cfb8     32 16 1,
    "aes-256-ctr"             906  Aes       Ctr      32 16 1,
    "aes-256-ecb"             426  Aes       Ecb      32 0  16,
    "id-aes256-gcm"           901  Aes       Gcm      32 12 1,
    "aes-256-ocb"             960  Aes       Ocb      32 12 16,
    "aes-256-ofb"             428  Aes       Ofb      32 16 1,
    "id-aes128-wrap"          788  Aes       Wrap     16 8  8,
    "id-aes128-wrap-pad"      897  Aes       WrapPad  16 4  8,
    "id-aes192-wrap"          789  Aes       Wrap     24 8  8,
    "id-aes192-wrap-pad"      900  Aes       WrapPad  24 4  8,
    "id-aes256-wrap"          790  Aes       Wrap     32 8  8,
    "id-aes256-wrap-pad"      903  Aes       WrapPad  32 4  8,
    "chacha20"                1019 ChaCha    Stream   32 16 0,
    "chacha20-poly1305"       1018 ChaCha    Poly1305 32 12 0,
    "des-ede"                 32   TripleDes Ecb      16 0  8,
    "des-ede-cbc"             43   TripleDes Cbc      16 8  8,
    "des-ede-cfb"             60   TripleDes Cfb      16 8  1,
    "des-ede-ofb"             62   TripleDes Ofb      16 8  1,
    "des-ede3"                33   TripleDes Ecb      24 0  8,
    "des-ede3-cbc"            44   TripleDes Cbc      24 8  8,
    "des-ede3-cfb"            61   TripleDes Cfb      24 8  1,
    "des-ede3-cfb1"           658  TripleDes Cfb1     24 8  1,
    "des-ede3-cfb8"           659  TripleDes Cfb8     24 8  1,
    "des-ede3-ofb"            63   TripleDes Ofb      24 8  1,
    "id-smime-alg-cms3deswrap" 246 TripleDes Wrap     24 0  8,
}

/// Further names, with the one that the table has.
const ALIASES: &[(&str, &str)] = &[
    ("aes-128-ccm", "id-aes128-ccm"),
    ("aes-128-gcm", "id-aes128-gcm"),
    ("aes-192-ccm", "id-aes192-ccm"),
    ("aes-192-gcm", "id-aes192-gcm"),
    ("aes-256-ccm", "id-aes256-ccm"),
    ("aes-256-gcm", "id-aes256-gcm"),
    ("aes128", "aes-128-cbc"),
    ("aes128-wrap", "id-aes128-wrap"),
    ("aes192", "aes-192-cbc"),
    ("aes192-wrap", "id-aes192-wrap"),
    ("aes256", "aes-256-cbc"),
    ("aes256-wrap", "id-aes256-wrap"),
    ("des-ede-ecb", "des-ede"),
    ("des-ede3-ecb", "des-ede3"),
    ("des3", "des-ede3-cbc"),
    ("des3-wrap", "id-smime-alg-cms3deswrap"),
];

pub(super) fn named(name: &str) -> Option<&'static Info> {
    let lower = name.to_ascii_lowercase();
    let alias = ALIASES.iter().find(|(alias, _)| *alias == lower);
    let own = alias.map_or(lower.as_str(), |(_, own)| own);
    TABLE.iter().find(|info| info.name == own)
}

pub(super) fn numbered(nid: u32) -> Option<&'static Info> {
    TABLE.iter().find(|info| info.nid == nid)
}

/// Every name, sorted, as OpenSSL writes them.
pub(super) fn names() -> Vec<String> {
    let written = |name: &str| match name {
        "id-smime-alg-cms3deswrap" => "id-smime-alg-CMS3DESwrap".to_owned(),
        _ if name.starts_with("id-") => name.replace("-ccm", "-CCM").replace("-gcm", "-GCM"),
        _ => name.to_owned(),
    };
    let own = TABLE.iter().map(|info| info.name);
    let mut names: Vec<_> = own.chain(ALIASES.iter().map(|(alias, _)| *alias)).map(written).collect();
    names.sort();
    names
}
