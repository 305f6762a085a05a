//! Courses: lessons with exercises in a practice book. A step counts when the book's own facts say it was done.

mod checks;
mod lessons;

use kontor_ledger::permission::Role;
use kontor_store::courses::{self, StepRow};
use kontor_store::{items, parties};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::errors::{Code, Refusal};
use crate::plan::{Plan, Step};
use checks::Exercise;
use lessons::{Check, Lesson};

/// Finishes a step of a course. The first step begins the course, a second time too; an exercise counts from the step
/// before it, and is looked for in the book.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
#[allow(missing_docs)]
pub struct FinishStep {
    pub course: String,
    pub step: String,
    /// The figure chosen, where the step asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
}

pub(crate) fn plan_finish(context: &Context<'_>, request: &FinishStep) -> Result<Plan, Refusal> {
    let unknown = || {
        Refusal::new(Code::UnknownCourse)
            .with("course", &request.course)
            .with("step", &request.step)
    };
    let lesson = find(context, &request.course).ok_or_else(unknown)?;
    let place = lesson.steps.iter().position(|step| step.id == request.step).ok_or_else(unknown)?;
    let rows = courses::list(context.connection, Some(context.actor.id))?;
    let round = Round::of(lesson, &rows);
    let missing = lesson.steps.iter().take(place).position(|step| !round.has(&step.id));
    if let Some(missing) = missing {
        return Err(Refusal::new(Code::ExerciseNotDone).with("number", missing + 1));
    }
    if let Some(check) = lesson.steps.get(place).and_then(|step| step.check.as_ref()) {
        let since = courses::Since { person: context.actor.id, operation: round.last };
        let exercise = Exercise { context, lesson, since, number: place + 1 };
        exercise.check(check, request.answer.as_deref())?;
    }
    Ok(Plan::of(Step::FinishLesson { course: request.course.clone(), step: request.step.clone() }))
}

/// A course for the role of who asks.
fn find(context: &Context<'_>, id: &str) -> Option<&'static Lesson> {
    lessons::all().iter().find(|lesson| lesson.id == id && lesson.is_for(context.actor.role))
}

/// What somebody has finished since they last began a course.
#[derive(Debug, Default)]
struct Round<'a> {
    steps: Vec<&'a StepRow>,
    /// The operation of the last step finished.
    last: i64,
}

impl<'a> Round<'a> {
    fn of(lesson: &Lesson, rows: &'a [StepRow]) -> Self {
        let mut round = Self::default();
        for row in rows.iter().filter(|row| row.course == lesson.id) {
            if lesson.steps.first().is_some_and(|step| step.id == row.step) {
                round.steps.clear();
            }
            round.steps.push(row);
            round.last = row.operation;
        }
        round
    }

    fn has(&self, step: &str) -> bool {
        self.steps.iter().any(|row| row.step == step)
    }
}

/// When a course was finished last: when its last step was.
fn finished_at(lesson: &Lesson, rows: &[StepRow]) -> Option<String> {
    let last = &lesson.steps.last()?.id;
    rows.iter()
        .rev()
        .find(|row| row.course == lesson.id && row.step == *last)
        .map(|row| row.at.clone())
}

/// The courses of one's role, and how far one has come.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListCourses {}

/// A course.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CourseRow {
    pub id: String,
    pub title_zh: String,
    pub title_en: String,
    pub about_zh: String,
    pub about_en: String,
    pub minutes: u32,
    pub steps: u32,
    pub done: u32,
    /// When it was finished last.
    pub finished_at: Option<String>,
    /// Whether this book has what its exercises are about.
    pub is_ready: bool,
    /// Whether its exercises write into the book, so that it wants a practice book.
    pub writes: bool,
}

/// Courses.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CourseList {
    pub rows: Vec<CourseRow>,
}

pub(crate) fn list(context: &Context<'_>, _: &ListCourses) -> Result<CourseList, Refusal> {
    let finished = courses::list(context.connection, Some(context.actor.id))?;
    let mut rows = Vec::new();
    for lesson in lessons::all().iter().filter(|lesson| lesson.is_for(context.actor.role)) {
        let round = Round::of(lesson, &finished);
        rows.push(CourseRow {
            id: lesson.id.clone(),
            title_zh: lesson.title_zh.clone(),
            title_en: lesson.title_en.clone(),
            about_zh: lesson.about_zh.clone(),
            about_en: lesson.about_en.clone(),
            minutes: lesson.minutes,
            steps: count(lesson.steps.len()),
            done: count(lesson.steps.iter().filter(|step| round.has(&step.id)).count()),
            finished_at: finished_at(lesson, &finished),
            is_ready: Cast::of(context, lesson)?.is_whole(lesson),
            writes: lesson.writes(),
        });
    }
    Ok(CourseList { rows })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The customer and the item of this book that a course speaks of.
struct Cast {
    customer: Option<String>,
    item: Option<String>,
}

impl Cast {
    fn of(context: &Context<'_>, lesson: &Lesson) -> Result<Self, Refusal> {
        let connection = context.connection;
        let customer = match &lesson.customer {
            Some(code) => match parties::find_by_code(connection, code)? {
                Some(id) => Some(parties::get(connection, id)?.name),
                None => None,
            },
            None => None,
        };
        let item = match &lesson.item {
            Some(code) => match items::find_by_code(connection, code)? {
                Some(id) => Some(items::get(connection, id)?.name),
                None => None,
            },
            None => None,
        };
        Ok(Self { customer, item })
    }

    fn is_whole(&self, lesson: &Lesson) -> bool {
        self.customer.is_some() == lesson.customer.is_some()
            && self.item.is_some() == lesson.item.is_some()
    }

    /// A text with the names of this book.
    fn fill(&self, text: &str) -> String {
        let name = |name: &Option<String>| name.clone().unwrap_or_else(|| String::from("-"));
        text.replace("{customer}", &name(&self.customer)).replace("{item}", &name(&self.item))
    }
}

/// A course with its steps.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct GetCourse {
    pub course: String,
}

/// A step.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CourseStepView {
    pub id: String,
    pub title_zh: String,
    pub title_en: String,
    /// Markdown.
    pub text_zh: String,
    pub text_en: String,
    /// read, do or answer
    pub kind: &'static str,
    /// The figures to choose from.
    pub choices: Vec<String>,
    pub is_done: bool,
}

/// A course with its steps.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CourseView {
    pub id: String,
    pub title_zh: String,
    pub title_en: String,
    pub steps: Vec<CourseStepView>,
    pub finished_at: Option<String>,
    pub is_ready: bool,
}

pub(crate) fn get(context: &Context<'_>, request: &GetCourse) -> Result<CourseView, Refusal> {
    let lesson = find(context, &request.course).ok_or_else(|| {
        Refusal::new(Code::UnknownCourse).with("course", &request.course).with("step", "-")
    })?;
    let finished = courses::list(context.connection, Some(context.actor.id))?;
    let round = Round::of(lesson, &finished);
    let cast = Cast::of(context, lesson)?;
    let mut steps = Vec::new();
    for step in &lesson.steps {
        let (kind, choices) = match &step.check {
            None => ("read", Vec::new()),
            Some(Check::Figure(figure)) => ("answer", checks::choices(context, figure)?),
            Some(_) => ("do", Vec::new()),
        };
        steps.push(CourseStepView {
            id: step.id.clone(),
            title_zh: step.title_zh.clone(),
            title_en: step.title_en.clone(),
            text_zh: cast.fill(&step.text_zh),
            text_en: cast.fill(&step.text_en),
            kind,
            choices,
            is_done: round.has(&step.id),
        });
    }
    Ok(CourseView {
        id: lesson.id.clone(),
        title_zh: lesson.title_zh.clone(),
        title_en: lesson.title_en.clone(),
        steps,
        finished_at: finished_at(lesson, &finished),
        is_ready: cast.is_whole(lesson),
    })
}

/// Who has come how far: oneself; an owner sees everybody.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListProgress {}

/// How far somebody has come in a course.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct ProgressRow {
    pub person: String,
    pub course: String,
    pub title_zh: String,
    pub title_en: String,
    pub steps: u32,
    pub done: u32,
    pub finished_at: Option<String>,
}

/// Who has come how far.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[allow(missing_docs)]
pub struct CourseProgress {
    pub rows: Vec<ProgressRow>,
}

pub(crate) fn list_progress(
    context: &Context<'_>,
    _: &ListProgress,
) -> Result<CourseProgress, Refusal> {
    let person = (context.actor.role != Role::Owner).then_some(context.actor.id);
    let finished = courses::list(context.connection, person)?;
    let mut people: Vec<i64> = finished.iter().map(|row| row.person).collect();
    people.sort_unstable();
    people.dedup();
    let mut rows = Vec::new();
    for person in people {
        let own: Vec<StepRow> =
            finished.iter().filter(|row| row.person == person).cloned().collect();
        for lesson in lessons::all() {
            let round = Round::of(lesson, &own);
            if let Some(first) = round.steps.first() {
                rows.push(ProgressRow {
                    person: first.name.clone(),
                    course: lesson.id.clone(),
                    title_zh: lesson.title_zh.clone(),
                    title_en: lesson.title_en.clone(),
                    steps: count(lesson.steps.len()),
                    done: count(lesson.steps.iter().filter(|step| round.has(&step.id)).count()),
                    finished_at: finished_at(lesson, &own),
                });
            }
        }
    }
    Ok(CourseProgress { rows })
}

#[cfg(test)]
mod tests;
