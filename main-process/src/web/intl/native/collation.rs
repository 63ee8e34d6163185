use std::{cell::RefCell, collections::HashMap, rc::Rc};

use icu_collator::{
    Collator, CollatorPreferences,
    options::{AlternateHandling, CaseLevel, CollatorOptions, Strength},
    preferences::{CollationCaseFirst, CollationNumericOrdering},
    provider::{
        Baked, CollationDiacriticsV1, CollationJamoV1, CollationMetadataV1, CollationReorderingV1,
        CollationRootV1, CollationSpecialPrimariesV1, CollationTailoringV1,
    },
};
use icu_normalizer::provider::{NormalizerNfdDataV1, NormalizerNfdTablesV1};
use icu_provider::{DataError, DataErrorKind, DataMarker, DataProvider, DataRequest, DataResponse};

thread_local! {
    static COLLATORS: RefCell<HashMap<u32, Option<Rc<Collator>>>> = RefCell::default();
}

/// `flags`: bits 0 and 1 the strength, 2 the case level, 3 numeric, 4 and 5 which case comes first, 6 punctuation ignored.
pub(super) fn compare(left: String, right: String, flags: u32) -> i32 {
    let collator =
        COLLATORS.with_borrow_mut(|known| known.entry(flags).or_insert_with(|| collator(flags)).clone());
    match collator {
        Some(collator) => collator.as_borrowed().compare(&left, &right) as i32,
        None => left.cmp(&right) as i32,
    }
}

fn collator(flags: u32) -> Option<Rc<Collator>> {
    let mut preferences = CollatorPreferences::default();
    preferences.numeric_ordering =
        Some(if flags & 8 == 0 { CollationNumericOrdering::False } else { CollationNumericOrdering::True });
    preferences.case_first = Some(match flags >> 4 & 3 {
        1 => CollationCaseFirst::Upper,
        2 => CollationCaseFirst::Lower,
        _ => CollationCaseFirst::False,
    });
    let mut options = CollatorOptions::default();
    options.strength = Some(match flags & 3 {
        0 => Strength::Primary,
        1 => Strength::Secondary,
        _ => Strength::Tertiary,
    });
    options.case_level = Some(if flags & 4 == 0 { CaseLevel::Off } else { CaseLevel::On });
    options.alternate_handling =
        Some(if flags & 64 == 0 { AlternateHandling::NonIgnorable } else { AlternateHandling::Shifted });
    Collator::try_new_unstable(&Root, preferences, options).ok().map(Rc::new)
}

/// The root collation without the tailorings, which are most of the data's size and which English does not have.
struct Root;

macro_rules! baked {
    ($provider:path: $($marker:ident),*) => {
        $(impl DataProvider<$marker> for Root {
            fn load(&self, request: DataRequest) -> Result<DataResponse<$marker>, DataError> {
                $provider.load(request)
            }
        })*
    };
}
baked!(Baked: CollationDiacriticsV1, CollationJamoV1, CollationMetadataV1, CollationReorderingV1, CollationRootV1,
    CollationSpecialPrimariesV1);
baked!(icu_normalizer::provider::Baked: NormalizerNfdDataV1, NormalizerNfdTablesV1);

impl DataProvider<CollationTailoringV1> for Root {
    fn load(&self, request: DataRequest) -> Result<DataResponse<CollationTailoringV1>, DataError> {
        Err(DataErrorKind::IdentifierNotFound.with_req(CollationTailoringV1::INFO, request))
    }
}
