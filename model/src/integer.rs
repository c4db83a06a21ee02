//! Codes that are numbers.

/// Whether a text is an integer as JSON writes it, in the range of `i64` or `u64`: a code like `007`
/// or `+5` would come back as another code, or as none.
pub fn is_json_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_written_so = digits == "0" || !digits.starts_with('0');
    is_written_so
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (text.parse::<i64>().is_ok() || text.parse::<u64>().is_ok())
}
