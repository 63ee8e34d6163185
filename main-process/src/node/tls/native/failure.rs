//! rustls' errors by OpenSSL's names, which scripts branch on.

use rustls::{AlertDescription, CertificateError, Error, InvalidMessage, PeerIncompatible};

/// OpenSSL's number and words; the code is made of the words.
pub(super) struct Failure {
    pub(super) number: u32,
    pub(super) reason: &'static str,
}

const fn failure(number: u32, reason: &'static str) -> Failure {
    Failure { number, reason }
}

const WRONG_VERSION: Failure = failure(0x0A00_010B, "wrong version number");
const UNSUPPORTED_PROTOCOL: Failure = failure(0x0A00_0102, "unsupported protocol");
const INTERNAL: Failure = failure(0x0A00_0044, "internal error");

pub(super) const HTTP_REQUEST: Failure = failure(0x0A00_009C, "http request");
pub(super) const PROXY_REQUEST: Failure = failure(0x0A00_009B, "https proxy request");
pub(super) const NO_CERTIFICATE: Failure = failure(0x0A00_00C1, "no shared cipher");

pub(super) const NOTHING_CHOSEN: Failure = failure(0x0A0C_0102, "passed a null parameter");

pub(super) fn of(error: &Error) -> Failure {
    match error {
        Error::AlertReceived(alert) => of_alert(*alert),
        Error::InappropriateMessage { .. } | Error::InappropriateHandshakeMessage { .. } => {
            failure(0x0A00_00F4, "unexpected message")
        }
        Error::InvalidMessage(message) => of_message(message),
        Error::NoCertificatesPresented => failure(0x0A00_00C7, "peer did not return a certificate"),
        Error::DecryptError => failure(0x0A00_0119, "decryption failed or bad record mac"),
        Error::PeerSentOversizedRecord => failure(0x0A00_00C6, "packet length too long"),
        Error::NoApplicationProtocol => failure(0x0A00_00EB, "no application protocol"),
        Error::PeerIncompatible(why) => of_incompatible(why),
        Error::InvalidCertificate(CertificateError::BadSignature) => failure(0x0A00_007B, "bad signature"),
        Error::InvalidCertificate(_) => failure(0x0A00_0086, "certificate verify failed"),
        Error::PeerMisbehaved(_) => failure(0x0A00_006E, "bad extension"),
        Error::UnsupportedNameType => failure(0x0A00_00DC, "tlsv1 unrecognized name"),
        _ => INTERNAL,
    }
}

fn of_message(message: &InvalidMessage) -> Failure {
    match message {
        InvalidMessage::InvalidContentType | InvalidMessage::UnknownProtocolVersion => WRONG_VERSION,
        InvalidMessage::MessageTooLarge => failure(0x0A00_00C6, "packet length too long"),
        InvalidMessage::UnexpectedMessage(_) => failure(0x0A00_00F4, "unexpected message"),
        InvalidMessage::InvalidCcs => failure(0x0A00_0085, "ccs received early"),
        _ => failure(0x0A00_009F, "length mismatch"),
    }
}

fn of_incompatible(why: &PeerIncompatible) -> Failure {
    match why {
        PeerIncompatible::NoCipherSuitesInCommon => failure(0x0A00_00C1, "no shared cipher"),
        PeerIncompatible::NoKxGroupsInCommon
        | PeerIncompatible::NamedGroupsExtensionRequired
        | PeerIncompatible::KeyShareExtensionRequired => failure(0x0A00_0065, "no suitable key share"),
        PeerIncompatible::NoSignatureSchemesInCommon
        | PeerIncompatible::NoCertificateRequestSignatureSchemesInCommon => {
            failure(0x0A00_0076, "no suitable signature algorithm")
        }
        _ => UNSUPPORTED_PROTOCOL,
    }
}

/// What the peer had against it.
fn of_alert(alert: AlertDescription) -> Failure {
    let reason = match alert {
        AlertDescription::CloseNotify => "sslv3 alert close notify",
        AlertDescription::UnexpectedMessage => "sslv3 alert unexpected message",
        AlertDescription::BadRecordMac => "sslv3 alert bad record mac",
        AlertDescription::DecompressionFailure => "sslv3 alert decompression failure",
        AlertDescription::HandshakeFailure => "sslv3 alert handshake failure",
        AlertDescription::NoCertificate => "sslv3 alert no certificate",
        AlertDescription::BadCertificate => "sslv3 alert bad certificate",
        AlertDescription::UnsupportedCertificate => "sslv3 alert unsupported certificate",
        AlertDescription::CertificateRevoked => "sslv3 alert certificate revoked",
        AlertDescription::CertificateExpired => "sslv3 alert certificate expired",
        AlertDescription::CertificateUnknown => "sslv3 alert certificate unknown",
        AlertDescription::IllegalParameter => "sslv3 alert illegal parameter",
        AlertDescription::RecordOverflow => "tlsv1 alert record overflow",
        AlertDescription::UnknownCA => "tlsv1 alert unknown ca",
        AlertDescription::AccessDenied => "tlsv1 alert access denied",
        AlertDescription::DecodeError => "tlsv1 alert decode error",
        AlertDescription::DecryptError => "tlsv1 alert decrypt error",
        AlertDescription::ProtocolVersion => "tlsv1 alert protocol version",
        AlertDescription::InsufficientSecurity => "tlsv1 alert insufficient security",
        AlertDescription::InternalError => "tlsv1 alert internal error",
        AlertDescription::InappropriateFallback => "tlsv1 alert inappropriate fallback",
        AlertDescription::UserCanceled => "tlsv1 alert user cancelled",
        AlertDescription::NoRenegotiation => "tlsv1 alert no renegotiation",
        AlertDescription::MissingExtension => "tlsv13 alert missing extension",
        AlertDescription::UnsupportedExtension => "tlsv1 unsupported extension",
        AlertDescription::UnrecognisedName => "tlsv1 unrecognized name",
        AlertDescription::BadCertificateStatusResponse => "tlsv1 bad certificate status response",
        AlertDescription::UnknownPSKIdentity => "tlsv1 unknown psk identity",
        AlertDescription::CertificateRequired => "tlsv13 alert certificate required",
        AlertDescription::NoApplicationProtocol => "tlsv1 alert no application protocol",
        _ => "reason(0)",
    };
    // Alerts are numbered from 1000 on.
    failure(0x0A00_0000 + 1000 + u32::from(u8::from(alert)), reason)
}
