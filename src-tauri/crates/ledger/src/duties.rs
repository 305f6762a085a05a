//! Duties: who may do what with an entry between writing and posting it (会计基础工作规范 art. 12, 51; controls.md 1.2).
//!
//! draft -> submitted -> signed by the cashier where cash moves -> reviewed -> posted. Before posting there is a way
//! back to the draft; after it there is none (财会〔2024〕12号 art. 21(3)), and no function here leads from there.

/// A person of the book, as the rules see one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(pub i64);

/// What review an entry needs before it is posted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Review {
    /// None is asked for; whoever posts another's entry has reviewed it.
    #[default]
    Free,
    /// By somebody who did not prepare it.
    Other,
    /// By the one who prepared it, in a company of one person that chose so; the voucher bears the mark.
    Own,
}

impl Review {
    /// Every kind.
    pub const ALL: [Review; 3] = [Self::Free, Self::Other, Self::Own];

    /// The word used in files and in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Other => "other",
            Self::Own => "own",
        }
    }

    /// The review of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|review| review.word() == word)
    }
}

/// The steps a company asks of its entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Duties {
    /// Who reviews.
    pub review: Review,
    /// Whether the cashier signs what moves cash.
    pub cashier_signs: bool,
}

/// What has been done with an entry that is not posted yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Who prepared it.
    pub prepared_by: PersonId,
    /// Who handed it in.
    pub submitted_by: Option<PersonId>,
    /// The cashier who signed it.
    pub signed_by: Option<PersonId>,
    /// Who reviewed it.
    pub reviewed_by: Option<PersonId>,
    /// Whether it moves cash.
    pub moves_cash: bool,
}

/// How far an entry has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Still being written.
    Draft,
    /// Handed in, and waiting for a signature or a review.
    Submitted,
    /// Signed by the cashier.
    Signed,
    /// Reviewed.
    Reviewed,
}

impl Stage {
    /// The word used in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Signed => "signed",
            Self::Reviewed => "reviewed",
        }
    }
}

/// Why a step cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyRefusal {
    /// It has been handed in, so it stays as it is until it comes back.
    Submitted,
    /// It has not been handed in yet.
    NotSubmitted,
    /// The step has been taken already.
    AlreadySo,
    /// It moves no cash, so there is nothing for a cashier to sign.
    NoCash,
    /// The cashier has to sign first.
    SignatureMissing,
    /// It has to be reviewed first.
    ReviewMissing,
    /// Who prepared it may not review it.
    OwnEntry,
    /// Cashier and reviewer are two persons.
    CashierReviews,
    /// Only who prepared it, or the owner, may do this.
    NotPreparer,
    /// Only who reviewed it, or the owner, may take the review back.
    NotReviewer,
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The person.
    pub id: PersonId,
    /// Whether they own the company, and so may step in for the preparer or the reviewer.
    pub is_owner: bool,
}

impl Marks {
    /// An entry nobody but its preparer has touched.
    #[must_use]
    pub const fn fresh(prepared_by: PersonId, moves_cash: bool) -> Self {
        Self { prepared_by, submitted_by: None, signed_by: None, reviewed_by: None, moves_cash }
    }

    /// How far it has come.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        match (self.submitted_by, self.signed_by, self.reviewed_by) {
            (None, _, _) => Stage::Draft,
            (_, _, Some(_)) => Stage::Reviewed,
            (_, Some(_), None) => Stage::Signed,
            _ => Stage::Submitted,
        }
    }

    /// Whether its content may be changed or given up: only while it is a draft.
    ///
    /// # Errors
    /// When it has been handed in.
    pub const fn may_change(&self) -> Result<(), DutyRefusal> {
        if self.submitted_by.is_some() { Err(DutyRefusal::Submitted) } else { Ok(()) }
    }

    /// Hands it in.
    ///
    /// # Errors
    /// When it was, or somebody else prepared it.
    pub fn submit(&self, actor: Actor) -> Result<Self, DutyRefusal> {
        if self.submitted_by.is_some() {
            return Err(DutyRefusal::AlreadySo);
        }
        self.is_preparer(actor)?;
        Ok(Self { submitted_by: Some(actor.id), ..*self })
    }

    /// The cashier signs what moves cash.
    ///
    /// # Errors
    /// When there is nothing to sign, or the cashier has reviewed it.
    pub fn sign(&self, actor: Actor, duties: Duties) -> Result<Self, DutyRefusal> {
        self.is_submitted()?;
        if self.signed_by.is_some() {
            return Err(DutyRefusal::AlreadySo);
        }
        if !self.moves_cash {
            return Err(DutyRefusal::NoCash);
        }
        if self.reviewed_by == Some(actor.id) && duties.review != Review::Own {
            return Err(DutyRefusal::CashierReviews);
        }
        Ok(Self { signed_by: Some(actor.id), ..*self })
    }

    /// Somebody reviews it; the last step before posting, so the signature stands before it.
    ///
    /// # Errors
    /// When a step is missing, or the reviewer prepared or signed it.
    pub fn review(&self, actor: Actor, duties: Duties) -> Result<Self, DutyRefusal> {
        self.is_submitted()?;
        if self.reviewed_by.is_some() {
            return Err(DutyRefusal::AlreadySo);
        }
        self.has_signature(duties)?;
        if duties.review != Review::Own {
            if self.prepared_by == actor.id {
                return Err(DutyRefusal::OwnEntry);
            }
            if self.signed_by == Some(actor.id) {
                return Err(DutyRefusal::CashierReviews);
            }
        }
        Ok(Self { reviewed_by: Some(actor.id), ..*self })
    }

    /// Who prepared it takes it back while nobody has signed or reviewed it.
    ///
    /// # Errors
    /// When it was not handed in, has been signed or reviewed, or is somebody else's.
    pub fn withdraw(&self, actor: Actor) -> Result<Self, DutyRefusal> {
        self.is_submitted()?;
        self.is_preparer(actor)?;
        if self.signed_by.is_some() || self.reviewed_by.is_some() {
            return Err(DutyRefusal::NotReviewer);
        }
        Ok(Self::fresh(self.prepared_by, self.moves_cash))
    }

    /// It goes back to who prepared it; a review is taken back by who gave it.
    ///
    /// # Errors
    /// When it was not handed in, or somebody else reviewed it.
    pub fn send_back(&self, actor: Actor) -> Result<Self, DutyRefusal> {
        self.is_submitted()?;
        match self.reviewed_by {
            Some(reviewer) if reviewer != actor.id && !actor.is_owner => {
                Err(DutyRefusal::NotReviewer)
            }
            _ => Ok(Self::fresh(self.prepared_by, self.moves_cash)),
        }
    }

    /// Whether it may be posted, and who stands as its reviewer then.
    ///
    /// # Errors
    /// When a step that the company asks for is missing.
    pub fn post(&self, actor: Actor, duties: Duties) -> Result<Option<PersonId>, DutyRefusal> {
        self.has_signature(duties)?;
        match (self.reviewed_by, duties.review) {
            (Some(reviewer), _) => Ok(Some(reviewer)),
            (None, Review::Other) => Err(DutyRefusal::ReviewMissing),
            (None, Review::Own) => Ok(Some(actor.id)),
            (None, Review::Free) => Ok((self.prepared_by != actor.id).then_some(actor.id)),
        }
    }

    /// What it waits for next, by the company's duties.
    #[must_use]
    pub fn waits_for(&self, duties: Duties) -> Step {
        if self.moves_cash && duties.cashier_signs && self.signed_by.is_none() {
            return if self.submitted_by.is_none() { Step::Submit } else { Step::Sign };
        }
        match (duties.review, self.submitted_by, self.reviewed_by) {
            (Review::Other, None, _) => Step::Submit,
            (Review::Other, Some(_), None) => Step::Review,
            _ => Step::Post,
        }
    }

    const fn is_submitted(&self) -> Result<(), DutyRefusal> {
        if self.submitted_by.is_some() { Ok(()) } else { Err(DutyRefusal::NotSubmitted) }
    }

    fn is_preparer(&self, actor: Actor) -> Result<(), DutyRefusal> {
        if self.prepared_by == actor.id || actor.is_owner {
            return Ok(());
        }
        Err(DutyRefusal::NotPreparer)
    }

    const fn has_signature(&self, duties: Duties) -> Result<(), DutyRefusal> {
        if duties.cashier_signs && self.moves_cash && self.signed_by.is_none() {
            return Err(DutyRefusal::SignatureMissing);
        }
        Ok(())
    }
}

/// The next step of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Its preparer hands it in.
    Submit,
    /// The cashier signs it.
    Sign,
    /// Somebody reviews it.
    Review,
    /// It can be posted.
    Post,
}

impl Step {
    /// The word used in the wire format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Sign => "sign",
            Self::Review => "review",
            Self::Post => "post",
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    const STRICT: Duties = Duties { review: Review::Other, cashier_signs: true };

    const fn person(id: i64) -> Actor {
        Actor { id: PersonId(id), is_owner: false }
    }

    fn submitted() -> Marks {
        Marks::fresh(PersonId(1), true).submit(person(1)).unwrap()
    }

    #[test]
    fn an_entry_goes_from_hand_to_hand_until_it_may_be_posted() {
        let entry = submitted();
        assert_eq!(entry.waits_for(STRICT), Step::Sign);
        assert_eq!(entry.review(person(2), STRICT), Err(DutyRefusal::SignatureMissing));
        let signed = entry.sign(person(3), STRICT).unwrap();
        assert_eq!((signed.stage(), signed.waits_for(STRICT)), (Stage::Signed, Step::Review));
        assert_eq!(signed.post(person(1), STRICT), Err(DutyRefusal::ReviewMissing));
        assert_eq!(signed.review(person(1), STRICT), Err(DutyRefusal::OwnEntry));
        assert_eq!(signed.review(person(3), STRICT), Err(DutyRefusal::CashierReviews));
        let reviewed = signed.review(person(2), STRICT).unwrap();
        assert_eq!(reviewed.waits_for(STRICT), Step::Post);
        assert_eq!(reviewed.post(person(1), STRICT), Ok(Some(PersonId(2))));
    }

    #[test]
    fn what_was_handed_in_comes_back_only_through_the_right_person() {
        let entry = submitted();
        assert_eq!(entry.may_change(), Err(DutyRefusal::Submitted));
        assert_eq!(entry.withdraw(person(2)), Err(DutyRefusal::NotPreparer));
        assert_eq!(entry.withdraw(person(1)).unwrap().stage(), Stage::Draft);
        let duties = Duties { review: Review::Other, cashier_signs: false };
        let reviewed = entry.review(person(2), duties).unwrap();
        assert_eq!(reviewed.withdraw(person(1)), Err(DutyRefusal::NotReviewer));
        assert_eq!(reviewed.send_back(person(4)), Err(DutyRefusal::NotReviewer));
        assert_eq!(reviewed.send_back(person(2)).unwrap().stage(), Stage::Draft);
        let owner = Actor { id: PersonId(9), is_owner: true };
        assert_eq!(reviewed.send_back(owner).unwrap().stage(), Stage::Draft);
    }

    #[test]
    fn a_company_of_one_reviews_itself_and_a_free_one_posts_at_once() {
        let fresh = Marks::fresh(PersonId(1), true);
        let own = Duties { review: Review::Own, cashier_signs: false };
        assert_eq!(fresh.post(person(1), own), Ok(Some(PersonId(1))));
        assert_eq!(fresh.post(person(1), Duties::default()), Ok(None));
        assert_eq!(fresh.post(person(2), Duties::default()), Ok(Some(PersonId(2))));
    }

    proptest! {
        #[test]
        fn whatever_the_order_of_steps_nobody_reviews_their_own_or_what_they_signed(
            steps in prop::collection::vec((0_u8..5, 1_i64..4), 0..12),
        ) {
            let mut entry = Marks::fresh(PersonId(1), true);
            for (step, who) in steps {
                let actor = person(who);
                let next = match step {
                    0 => entry.submit(actor),
                    1 => entry.sign(actor, STRICT),
                    2 => entry.review(actor, STRICT),
                    3 => entry.withdraw(actor),
                    _ => entry.send_back(actor),
                };
                entry = next.unwrap_or(entry);
                if let Ok(Some(reviewer)) = entry.post(actor, STRICT) {
                    prop_assert_ne!(reviewer, entry.prepared_by);
                    prop_assert!(entry.signed_by.is_some());
                    prop_assert_ne!(entry.signed_by, Some(reviewer));
                }
            }
        }
    }
}
