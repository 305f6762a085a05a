//! A number of a spreadsheet as the digits a person sees: fifteen that count, which is all a spreadsheet shows.
//!
//! A cell holds the nearest binary fraction, so 0.1 + 0.2 lies in the file as 0.30000000000000004. Every spreadsheet
//! shows fifteen digits and so do we; from there on amounts are exact decimals.

/// A number in plain decimals, without an exponent and without idle zeros.
pub(super) fn plain(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let text = format!("{number:.14e}");
    let Some((digits, exponent)) = text.split_once('e') else { return text };
    let Ok(exponent) = exponent.parse::<i32>() else { return text };
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let point = exponent + 1;
    if point <= 0 {
        digits.insert_str(0, &"0".repeat(usize::try_from(1 - point).unwrap_or_default()));
    }
    let whole = usize::try_from(point.max(1)).unwrap_or(1);
    while digits.len() < whole {
        digits.push('0');
    }
    let (before, after) = digits.split_at_checked(whole).unwrap_or((&digits, ""));
    let after = after.trim_end_matches('0');
    let is_nothing = before.bytes().all(|digit| digit == b'0') && after.is_empty();
    let sign = if is_nothing { "" } else { sign };
    if after.is_empty() { format!("{sign}{before}") } else { format!("{sign}{before}.{after}") }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_a_person_sees_is_what_is_read() {
        for (number, text) in [
            (0.1 + 0.2, "0.3"),
            (1001.0, "1001"),
            (22_210_101.0, "22210101"),
            (1_234_567.890_000_000_1, "1234567.89"),
            (4.35 * 100.0, "435"),
            (-0.05, "-0.05"),
            (-0.0, "0"),
            (0.0, "0"),
            (1e15, "1000000000000000"),
            (1e-7, "0.0000001"),
            (99_999_999_999.99, "99999999999.99"),
            (6.8254, "6.8254"),
        ] {
            assert_eq!(plain(number), text);
        }
        assert_eq!(plain(f64::NAN), "");
        assert_eq!(plain(f64::INFINITY), "");
    }
}
