//! `from_code`, three hits to one miss.

#![forbid(unsafe_code)]

use std::hint::black_box;

use api_error_catalog::{ApiErrorCatalog, CatalogCode};
use api_error_catalog_benches::race::{Contender, race};
use api_error_catalog_benches::{is_wanted, table};
use api_error_catalogs::Hub2Code;
use hashbrown::HashMap;

#[derive(ApiErrorCatalog)]
#[catalog("generated/260.toml")]
enum Facts260 {}

#[derive(ApiErrorCatalog)]
#[catalog("generated/5000.toml")]
enum Facts5000 {}

static PHF_260: phf::Map<&str, Facts260Code> = include!(concat!(env!("OUT_DIR"), "/260.rs"));
static PHF_5000: phf::Map<&str, Facts5000Code> = include!(concat!(env!("OUT_DIR"), "/5000.rs"));

/// What a person writes for the sixteen codes of HUB2.
macro_rules! hub2 {
    ($($code:literal => $variant:ident,)*) => {
        static PHF_16: phf::Map<&str, Hub2Code> =
            phf::phf_map! { $($code => Hub2Code::$variant),* };

        fn match_16(code: &str) -> Option<Hub2Code> {
            match code {
                $($code => Some(Hub2Code::$variant),)*
                _ => None,
            }
        }
    };
}

hub2! {
    "account-already-exists" => AccountAlreadyExists,
    "cancellation-already-done" => CancellationAlreadyDone,
    "insufficient-funds" => InsufficientFunds,
    "invalid-currency" => InvalidCurrency,
    "locked-account" => LockedAccount,
    "transaction-not-found" => TransactionNotFound,
    "currency-not-found" => CurrencyNotFound,
    "withdrawal-unavailable" => WithdrawalUnavailable,
    "missing-funds-reservation" => MissingFundsReservation,
    "merchant-not-found" => MerchantNotFound,
    "unsupported-command" => UnsupportedCommand,
    "no_auth_required" => NoAuthRequired,
    "transaction_canceled" => TransactionCanceled,
    "transaction_missing" => TransactionMissing,
    "transaction_in_progress" => TransactionInProgress,
    "transaction_done" => TransactionDone,
}

fn main() {
    if !is_wanted() {
        return;
    }
    table::begin("Looking codes up");
    compare(Hub2Code::from_code, &PHF_16);
    compare(Facts260Code::from_code, &PHF_260);
    compare(Facts5000Code::from_code, &PHF_5000);

    let texts = Texts::like(Hub2Code::ALL);
    let keys = texts.keys();
    let contenders = [contender(&keys, Hub2Code::from_code), contender(&keys, match_16)];
    let [ours, by_hand] = race(keys.len(), contenders);
    table::row("`from_code`, 16 codes", &ours, "`match`", &by_hand, 2.0);
}

/// Times a catalog's `from_code` beside maps of the same codes.
fn compare<C: CatalogCode>(
    from_code: impl Fn(&str) -> Option<C>,
    phf: &'static phf::Map<&'static str, C>,
) {
    // The hasher that hashbrown comes with is foldhash's fast one.
    let hashbrown: HashMap<&str, C> = C::ALL.iter().map(|code| (code.as_str(), *code)).collect();
    let texts = Texts::like(C::ALL);
    let keys = texts.keys();
    for key in &keys {
        assert_eq!(from_code(key), phf.get(key).copied(), "{key}");
        assert_eq!(from_code(key), hashbrown.get(key).copied(), "{key}");
    }
    let contenders = [
        contender(&keys, from_code),
        contender(&keys, |key| phf.get(key).copied()),
        contender(&keys, |key| hashbrown.get(key).copied()),
    ];
    let [ours, phf, hashbrown] = race(keys.len(), contenders);
    let work = format!("`from_code`, {} codes", C::ALL.len());
    table::row(&work, &ours, "phf", &phf, 0.35);
    table::row(&work, &ours, "hashbrown with foldhash", &hashbrown, 1.0);
}

/// Looks all keys up.
fn contender<'k, C: 'k>(keys: &'k [&str], find: impl Fn(&str) -> Option<C> + 'k) -> Contender<'k> {
    Contender::new(move || {
        for key in keys {
            black_box(find(black_box(key)));
        }
    })
}

/// What comes in: codes, and what looks like one but is none.
struct Texts {
    codes: Vec<String>,
    misses: Vec<String>,
}

impl Texts {
    fn like<C: CatalogCode>(codes: &[C]) -> Self {
        let codes: Vec<String> = codes.iter().map(|code| code.as_str().to_owned()).collect();
        let miss = |(number, code): (usize, &String)| match number % 3 {
            0 => code[..code.len() - 1].to_owned(),
            1 => {
                let (front, back) = code.split_at(code.len() / 2);
                format!("{front}x{}", &back[1..])
            }
            _ => code.replace('-', " ").replace('_', "-").replace(' ', "_"),
        };
        let misses = codes.iter().enumerate().map(miss).collect();
        Self { codes, misses }
    }

    /// Thousands of keys, every fourth a miss: with only a few, a processor learns their order by heart,
    /// which it cannot do with what comes in from outside.
    fn keys(&self) -> Vec<&str> {
        const AT_LEAST: usize = 4_096;
        let mut random = fastrand::Rng::with_seed(5);
        let mut keys: Vec<&str> = Vec::new();
        while keys.len() < AT_LEAST {
            let mut hits: Vec<&str> = self.codes.iter().map(String::as_str).collect();
            random.shuffle(&mut hits);
            for three in hits.chunks(3) {
                keys.extend(three);
                keys.push(self.misses[random.usize(..self.misses.len())].as_str());
            }
        }
        keys
    }
}
