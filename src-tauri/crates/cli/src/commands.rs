//! The commands: each opens a book, goes through the door, and prints what comes back.

use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;
use kontor_actions::creation::{NewCompany, create};
use kontor_actions::imports::{self, Options};
use kontor_actions::ledgers::GetLedger;
use kontor_actions::report_set::{self, ReportSet};
use kontor_actions::standards::Standard;
use kontor_actions::statements::{ColumnSet, GetStatement};
use kontor_actions::vouchers::{self, PrintVouchers};
use kontor_actions::{
    Code, Progress, Refusal, attachments, backups, demo, exports, import_mappings, ledgers,
    prints as papers, recovery,
};
use kontor_reports::words::{Arg, Words};
use kontor_reports::{Format, Lang, VoucherSheet};
use serde_json::Value;

use crate::arguments::{Command, Opening};
use crate::say::Failure;
use crate::{edge, help, prints};

pub(crate) type Outcome = Result<ExitCode, Failure>;

/// Runs a command.
pub(crate) fn run(command: Command, words: &Words) -> Outcome {
    match command {
        Command::New { book, standard, currency, first_period, company, user, vat, password } => {
            let secret = edge::password(&password)?;
            let usual = Standard::find(&standard).map_or("CNY", |known| known.usual_currency);
            let new = NewCompany {
                standard,
                currency: currency.unwrap_or_else(|| usual.to_owned()),
                first_period,
                company,
                vat_kind: vat,
                industry: None,
                expects_opening: false,
                person: user,
            };
            let (_, sheet) = create(&book, &new, &secret, &edge::now())?;
            eprintln!("{}", words.say("cli-recovery-sheet", &[]));
            println!("{}", sheet.groups());
            Ok(ExitCode::SUCCESS)
        }
        Command::Act { opening, file } => act(&opening, &file),
        Command::Ask { opening, file } => ask(&opening, &file),
        Command::Report {
            book,
            name,
            user,
            password,
            period,
            from,
            to,
            as_of,
            narrowed,
            level,
            include_unposted,
            columns,
            known_at,
            under,
            entry,
            paper,
            lang,
            format,
            output,
        } => {
            let lang = Lang::from_name(&lang)
                .ok_or_else(|| Refusal::new(Code::FormatUnknown).with("format", &lang))?;
            if name == "vouchers" {
                let unknown = |text: &str| Refusal::new(Code::FormatUnknown).with("format", text);
                let paper = VoucherSheet::from_name(&paper).ok_or_else(|| unknown(&paper))?;
                if Format::from_name(&format) != Some(Format::Pdf) {
                    return Err(unknown(&format).into());
                }
                let request = PrintVouchers { entries: uids(&entry)?, period, paper };
                let door = edge::open(&book, user.as_deref(), &password)?;
                let bytes = vouchers::print(&door, &request, lang, &edge::now())?;
                edge::write_output(output.as_deref(), &bytes)?;
                return Ok(ExitCode::SUCCESS);
            }
            if name == "set" {
                let folder =
                    output.ok_or_else(|| Refusal::new(Code::UnknownPlace).with("place", "-"))?;
                let period =
                    period.ok_or_else(|| Refusal::new(Code::PeriodUnknown).with("period", "-"))?;
                let door = edge::open(&book, user.as_deref(), &password)?;
                let request = ReportSet { period, language: lang };
                let (folder, _) = report_set::save(&door, &request, &folder, &edge::now())?;
                println!("{}", folder.display());
                return Ok(ExitCode::SUCCESS);
            }
            let format = Format::from_name(&format)
                .ok_or_else(|| Refusal::new(Code::FormatUnknown).with("format", &format))?;
            if ledgers::NAMES.contains(&name.as_str()) {
                let request = GetLedger {
                    name,
                    account: narrowed.account,
                    account_to: narrowed.account_to,
                    party: narrowed.party,
                    by: narrowed.by,
                    level,
                    period,
                    from: date(from)?,
                    to: date(to)?,
                    as_of: date(as_of)?,
                    ..GetLedger::default()
                };
                let door = edge::open(&book, user.as_deref(), &password)?;
                let bytes = ledgers::print(&door, &request, format, lang, &edge::now())?;
                edge::write_output(output.as_deref(), &bytes)?;
                return Ok(ExitCode::SUCCESS);
            }
            let request = GetStatement {
                name,
                period,
                from: date(from)?,
                to: date(to)?,
                as_of: date(as_of)?,
                level,
                include_unposted,
                columns: columns_of(&columns)?,
                known_at,
                under,
                ..GetStatement::default()
            };
            let door = edge::open(&book, user.as_deref(), &password)?;
            let bytes = papers::print(&door, &request, format, lang, &edge::now())?;
            edge::write_output(output.as_deref(), &bytes)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Import {
            book,
            kind,
            file,
            user,
            password,
            dry_run,
            create_parties,
            mapping,
            sheet,
        } => {
            let mut door = edge::open(&book, user.as_deref(), &password)?;
            let mapping = mapping.map(|name| import_mappings::named(&door, &name)).transpose()?;
            let options = Options { dry_run, create_parties, mapping, sheet };
            let mut progress = |count: u64| {
                if count.is_multiple_of(100_000) && count > 0 {
                    let count = count.to_string();
                    eprintln!("{}", words.say("import-progress", &[("count", Arg::from(&count))]));
                }
                true
            };
            let imported =
                imports::import(&mut door, &kind, &file, options, &edge::now(), &mut progress)?;
            let count = imported.count.to_string();
            let key = if imported.operation.is_some() { "import-done" } else { "import-tried" };
            eprintln!("{}", words.say(key, &[("count", Arg::from(&count))]));
            Ok(ExitCode::SUCCESS)
        }
        Command::Attach { book, entry, file, user, password } => {
            let mut door = edge::open(&book, user.as_deref(), &password)?;
            let uid = entry
                .parse()
                .map_err(|_| Refusal::new(Code::UnknownEntry).with("entry", &entry))?;
            let done = attachments::attach_file_at(&mut door, uid, &file, &edge::now());
            print_answer(done.and_then(|done| serde_json::to_value(done).map_err(Refusal::bug)))?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Export { book, kind, output, user, password } => {
            let door = edge::open(&book, user.as_deref(), &password)?;
            if kind == "attachments" {
                let count = attachments::save_all(&door, &output, &edge::now())?.to_string();
                eprintln!("{}", words.say("attachments-saved", &[("count", (&count).into())]));
                return Ok(ExitCode::SUCCESS);
            }
            let bytes = exports::export(&door, &kind, &edge::now())?;
            edge::write_output(Some(&output), &bytes)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Backup { book, folder, user, password } => {
            let door = edge::open(&book, user.as_deref(), &password)?;
            let file = backups::back_up(&door, &folder, &edge::now(), &Progress::default())?;
            println!("{}", file.display());
            Ok(ExitCode::SUCCESS)
        }
        Command::Restore { backup, book, user, password } => {
            let secret = edge::password(&password)?;
            let restored =
                backups::restore(&backup, &book, user.as_deref(), &secret, &Progress::default())?;
            println!("{}", serde_json::to_string(&restored).map_err(Refusal::bug)?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Recover { book, user, password } => {
            let sheet = edge::read_input(Path::new("-"))?;
            let secret = edge::password(&password)?;
            recovery::recover(&book, sheet.trim(), &user, &secret, &edge::now())?;
            eprintln!("{}", words.say("cli-recovered", &[]));
            Ok(ExitCode::SUCCESS)
        }
        Command::CheckPrint { book, print, user, password } => {
            let door = edge::open(&book, user.as_deref(), &password)?;
            prints::check(&door, &print, words)
        }
        Command::Verify { opening } => verify(&opening, words),
        Command::Demo { book, kind, lang, until, password } => {
            let secret = edge::password(&password)?;
            let now = edge::now();
            let until = date(until)?.unwrap_or(now.today);
            let kind = demo::Kind::from_word(&kind)
                .ok_or_else(|| Refusal::new(Code::UnknownField).with("field", "kind"))?;
            let language = Lang::from_name(&lang)
                .filter(|lang| *lang != Lang::Both)
                .ok_or_else(|| Refusal::new(Code::FormatUnknown).with("format", &lang))?;
            let sample = demo::Sample { kind, language, ..demo::Sample::default() };
            demo::make(&book, &sample, until, &secret, &Progress::default())?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Help => {
            print!("{}", help::text(words));
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn columns_of(name: &str) -> Result<ColumnSet, Refusal> {
    let unknown =
        || Refusal::new(Code::FormatUnknown).with("format", name).with("field", "columns");
    ColumnSet::from_name(name).ok_or_else(unknown)
}

fn uids(texts: &[String]) -> Result<Vec<uuid::Uuid>, Refusal> {
    let read = |text: &String| {
        text.parse().map_err(|_| Refusal::new(Code::UnknownEntry).with("entry", text))
    };
    texts.iter().map(read).collect()
}

fn date(text: Option<String>) -> Result<Option<NaiveDate>, Refusal> {
    text.map(|text| text.parse().map_err(|_| Refusal::new(Code::NotADate).with("text", text)))
        .transpose()
}

/// Each line of an input that says something, with its number.
fn lines(text: &str) -> impl Iterator<Item = (usize, Result<Value, Refusal>)> {
    (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).map(|(number, line)| {
        let value = serde_json::from_str(line).map_err(|error| {
            Refusal::new(Code::Malformed).with("what", error).with("line", number)
        });
        (number, value)
    })
}

fn act(opening: &Opening, file: &Path) -> Outcome {
    let text = edge::read_input(file)?;
    let mut door = edge::open(&opening.book, opening.user.as_deref(), &opening.password)?;
    for (_, request) in lines(&text) {
        let done = request.and_then(|request| door.perform(request, &edge::now()));
        print_answer(done.and_then(|done| serde_json::to_value(done).map_err(Refusal::bug)))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn ask(opening: &Opening, file: &Path) -> Outcome {
    let text = edge::read_input(file)?;
    let door = edge::open(&opening.book, opening.user.as_deref(), &opening.password)?;
    for (_, request) in lines(&text) {
        print_answer(request.and_then(|request| door.ask(request, &edge::now())))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints an answer, or the refusal as JSON before it stops the command.
fn print_answer(answer: Result<Value, Refusal>) -> Result<(), Refusal> {
    match answer {
        // Where nobody reads the answers any more, nothing further is performed.
        Ok(answer) => edge::write_output(None, format!("{answer}\n").as_bytes()),
        Err(refusal) => {
            if let Ok(text) = serde_json::to_string(&refusal) {
                edge::write_output(None, format!("{text}\n").as_bytes())?;
            }
            Err(refusal)
        }
    }
}

fn verify(opening: &Opening, words: &Words) -> Outcome {
    let door = edge::open(&opening.book, opening.user.as_deref(), &opening.password)?;
    door.allow("verify", &edge::now())?;
    let verification = door.book().verify().map_err(Refusal::from)?;
    for finding in &verification.findings {
        let what = words.say(&format!("verify-{}", finding.check), &[]);
        match &finding.misfit {
            None => println!("ok    {what}"),
            Some(misfit) => println!("FAULT {what}: {misfit}"),
        }
    }
    Ok(ExitCode::from(if verification.holds() { 0 } else { 4 }))
}
