//! Minutes as a page.

use std::collections::BTreeSet;

use super::{
    Amended, AmendedIn, Attending, Case, Item, Minutes, Moment, Question, Standing, session::write_notes,
};
use crate::{
    council::{MeetingId, Motion, Outcome, SeatNo, motion::WHEN_CLEARED, sent::ADDED},
    papers::{
        conflicts,
        page::{Line, Page},
        requirements, words,
    },
    review::{Ref, Verdict},
};

impl Minutes {
    /// The minutes as a page.
    pub fn page(&self) -> Page {
        let version = if self.public { " (public version)" } else { "" };
        let of = match &self.electronic {
            None => format!("meeting of {}", self.meeting),
            Some(electronic) => format!("electronic ballot {}", electronic.ballot),
        };
        let mut page = Page::new(format!("Minutes of the {of}{version}: {}", self.rules.title));
        page.mark = self.mark();
        self.head(&mut page);
        self.decisions(&mut page);
        self.write_amendments(&mut page);
        self.write_room(&mut page);
        self.write_session(&mut page);
        self.write_agenda(&mut page);
        self.write_proof(&mut page);
        page
    }

    /// The lines of the agenda in order, free items and applications.
    fn write_agenda(&self, page: &mut Page) {
        let mut free = self.free.iter().peekable();
        for item in &self.items {
            while let Some(line) = free.next_if(|line| line.n < item.n) {
                line.write(page);
            }
            self.joints_at(item.n).for_each(|joint| joint.write(page));
            item.write(page);
        }
        free.for_each(|line| line.write(page));
    }

    /// Who was there, and the rules in force.
    pub(in crate::papers) fn write_room(&self, page: &mut Page) {
        match &self.electronic {
            None => self.attendance(page),
            Some(electronic) => electronic.write(page),
        }
        self.rules(page);
    }

    fn head(&self, page: &mut Page) {
        if let Some(electronic) = &self.electronic {
            let (answered, members) = (electronic.answered.len(), electronic.members);
            page.facts(vec![
                ("Electronic ballot", format!("{}, {}", electronic.ballot, self.rules.title).into()),
                ("Opened", electronic.opened.as_str().into()),
                ("Deadline", electronic.deadline.as_str().into()),
                ("Ended", electronic.ended.as_str().into()),
                ("Answered", format!("{answered} of {members} members; who and when is listed below").into()),
            ]);
            return;
        }
        page.facts(vec![
            ("Meeting", format!("{}, {}", self.meeting, self.rules.title).into()),
            ("Called to order", self.called.as_deref().unwrap_or("not yet").into()),
            ("Adjourned", self.adjourned.as_deref().unwrap_or("not yet").into()),
            ("Minutes approved", self.approval().into()),
            ("Quorum", self.quorum_working().into()),
            ("Chair", self.chair().into()),
            ("Present", self.present().into()),
            ("Approved in it", self.approves().into()),
            ("Amended in it", self.amends.iter().map(AmendedIn::line).collect::<Vec<_>>().join("; ").into()),
            ("Not in the fingerprint", self.later.as_deref().unwrap_or_default().into()),
        ]);
    }

    /// What became of each item, in a line.
    fn decisions(&self, page: &mut Page) {
        let over = self.is_over();
        let unvoted = if over { "not voted on in this meeting" } else { "not voted on yet" };
        let lines = self.items.iter().map(|item| {
            let reference = item.reference.as_ref().map(|reference| format!(" ({reference})"));
            let said = Line::default()
                .strong(format!("Item {}, {}", item.n, item.organisation))
                .plain(format!("{}: ", reference.unwrap_or_default()));
            item.outcome(said, unvoted)
        });
        page.heading("Decisions in short");
        page.list(lines.collect());
        if self.public && self.items.iter().any(|item| !item.ballots.is_empty()) {
            page.text("Ballots are named by item and number: 3/2 is the second ballot on the application of item 3.");
        }
        if self.items.is_empty() {
            page.text("Nothing was on the agenda.");
        }
    }

    /// The quorum and how it was reckoned, in a line.
    fn quorum_working(&self) -> &str {
        self.quorum.as_ref().map(|quorum| quorum.working.as_str()).unwrap_or_default()
    }

    /// The meeting is over.
    const fn is_over(&self) -> bool {
        !matches!(self.standing, Standing::Planned | Standing::Provisional)
    }

    /// The approval in one line.
    fn approval(&self) -> String {
        let Some(one) = &self.approved else { return String::new() };
        let same = match (one.same_text, one.erased) {
            (true, _) => "the docket still gives the text of that hash".to_owned(),
            (false, 0) => {
                "this version of docket writes it otherwise: compare with the paper that was approved"
                    .to_owned()
            }
            (false, erased) => format!(
                "it is not written as it was, and {} erased of the journal up to there, which may be why: compare with \
                 the paper that was approved",
                if erased == 1 { "1 text is".to_owned() } else { format!("{erased} texts are") }
            ),
        };
        let early = if one.before_the_day { ", BEFORE THE DAY OF THAT MEETING" } else { "" };
        format!(
            "by the meeting of {}, recorded {}{early}; SHA-256 {}; {same}",
            one.by, one.recorded, one.sha256
        )
    }

    /// The minutes of other meetings that were approved in it.
    fn approves(&self) -> String {
        if self.approves.is_empty() {
            return String::new();
        }
        let meetings: Vec<&str> = self.approves.iter().map(MeetingId::as_str).collect();
        format!("the minutes of {}", meetings.join(", "))
    }

    /// What was put right. Below, everything stands as it was.
    fn write_amendments(&self, page: &mut Page) {
        if self.amendments.is_empty() && self.corrected_since.is_empty() {
            return;
        }
        page.heading("Amendments");
        page.text("What was put right in these minutes. Below, they stand as they were.");
        let line = |one: &Amended| {
            Line::default().strong(format!("Amendment {}", one.n)).plain(format!(": {}", one.said))
        };
        let corrected = |one: &String| {
            Line::default().strong("A time that was corrected").plain(format!(", AFTER THE APPROVAL: {one}"))
        };
        let flagged = |one: &String| Line::default().strong("FLAG").plain(format!(", {one}"));
        let since = self.corrected_since.iter().map(corrected).chain(self.flagged_since.iter().map(flagged));
        page.list(self.amendments.iter().map(line).chain(since).collect());
    }

    /// Who presides, and whether they were there.
    fn chair(&self) -> String {
        let chairs = self.attendance.iter().filter(|one| one.chair);
        let there = |one: &Attending| if one.stays.is_empty() { self.missing() } else { "present" };
        chairs.map(|one| format!("{}, {}", one.holder, there(one))).collect::<Vec<_>>().join("; ")
    }

    /// What is said of a member who has not come.
    const fn missing(&self) -> &'static str {
        match self.standing {
            Standing::Declared | Standing::Draft | Standing::Approved | Standing::Amended => "absent",
            Standing::Planned | Standing::Provisional => "not there yet",
        }
    }

    /// How many members came, and who stood in for one.
    fn present(&self) -> String {
        let came = |counts, stand_in| {
            let those =
                move |one: &&Attending| one.counts == counts && one.stands_in_for.is_some() == stand_in;
            self.attendance.iter().filter(those).filter(|one| !one.stays.is_empty())
        };
        let count = |n: usize, one, many| words::count(u32::try_from(n).unwrap_or(u32::MAX), one, many);
        let stand_ins = |counts| {
            let n = came(counts, true).count();
            (n > 0).then(|| count(n, "stand-in", "stand-ins"))
        };
        let (own, all) = (came(true, false).count(), self.quorum.as_ref().map_or(0, |quorum| quorum.members));
        let present = match stand_ins(true) {
            None => format!("{own} of {all} members at some time"),
            Some(stand_ins) => {
                let seats: BTreeSet<SeatNo> =
                    came(true, false).chain(came(true, true)).map(|one| one.seat).collect();
                let own = count(own, "member", "members");
                format!("{} of {all} seats at some time, by {own} and {stand_ins}", seats.len())
            }
        };
        let aside = stand_ins(false).map(|some| format!(", and {some} without a vote")).unwrap_or_default();
        format!("{present}{aside}; who and when is listed below")
    }

    fn attendance(&self, page: &mut Page) {
        page.heading("Who was present, and when");
        let end = match &self.ended {
            Some(ended) => format!("to {ended}, the end"),
            None => "on, still present".to_owned(),
        };
        page.text("All times are UTC.");
        let internal = self.attendance.iter().any(|one| one.employer.is_some());
        let head: &[_] = if internal {
            &["Seat", "Member", "Employer", "In and out"]
        } else {
            &["Seat", "Member", "In and out"]
        };
        page.table(head, self.attendance.iter().map(|one| attending(one, &end, self.missing())).collect());
        if !self.room.is_empty() {
            page.subheading("The room over time");
            let head = &["Time", "What happened", "Came in", "Went out", "Present", "Quorum"];
            let needed = self.quorum.as_ref().map_or(0, |quorum| quorum.needed);
            page.table(head, self.room.iter().map(|moment| in_room(moment, needed)).collect());
        }
    }

    fn rules(&self, page: &mut Page) {
        page.heading("The rules in force");
        let reading = self.reading.as_ref().map(|reading| {
            let changed = reading.changes();
            Line::default().strong(format!("A majority of {} decides", reading.base.words())).plain(format!(
                ": {}; {}. The rule is {}: {}{changed}",
                reading.text, reading.how, reading.provenance, reading.source
            ))
        });
        let changed = self.reading.as_ref().is_some_and(|reading| !reading.changed.is_empty());
        let in_force = if changed { "Reading at the call to order" } else { "Reading in force" };
        page.facts(vec![
            (
                "Rule set",
                format!("{}, {}; read at {}", self.rules.id, self.rules.title, self.rules.source).into(),
            ),
            ("Its text", format!("kept in the docket, SHA-256 {}", self.rules.sha256).into()),
            (
                "Quorum",
                self.quorum.as_ref().map_or_else(Line::default, |quorum| {
                    Line::from(quorum.working.as_str()).plain(format!(". The rule is {}", quorum.rule))
                }),
            ),
            (in_force, reading.unwrap_or_else(|| self.no_reading().into())),
        ]);
        page.text("What the source of the rules leaves open, and how it was treated here:");
        page.table(&["Question", "Treated so", "Rule"], self.open_questions.iter().map(question).collect());
    }

    /// Why no reading is in force; nothing where none is needed.
    const fn no_reading(&self) -> &'static str {
        if self.electronic.is_some() { "" } else { "none: the meeting has not been called to order" }
    }

    /// The fingerprint, and what it is good for.
    pub(in crate::papers) fn write_proof(&self, page: &mut Page) {
        page.heading("Fingerprint");
        page.text(Line::default().strong(self.fingerprint.as_str()).plain(format!(
            " over {} entries of the journal, up to {}.",
            self.entries,
            match (self.is_over(), &self.electronic) {
                (false, _) => "now",
                (true, None) => "the adjournment",
                (true, Some(electronic)) if electronic.pulled => "the pull",
                (true, Some(_)) => "the declaration",
            }
        )));
        page.text(
            "This is written from the docket's journal up to that entry, and comes out the same each time. With the \
             fingerprint anybody can see whether an entry up to there was changed since (docket verify --expect and \
             the fingerprint); it does not show that what was entered was true. That is what reading the roll back \
             and approving the minutes are for.",
        );
    }
}

fn attending(one: &Attending, end: &str, missing: &str) -> Vec<Line> {
    let stay = |stay: &super::Stay| match &stay.out {
        Some(out) => format!("{} to {out}", stay.since),
        None => format!("{} {end}", stay.since),
    };
    let stays: Vec<String> = one.stays.iter().map(stay).collect();
    let chair = if one.chair { ", chair" } else { "" };
    let standing = one.standing.as_ref().map(|standing| format!(", {standing}")).unwrap_or_default();
    let mut cells: Vec<Line> = vec![
        one.seat.to_string().into(),
        Line::from(one.holder.as_str()).plain(format!("{chair}{standing}")),
    ];
    cells.extend(one.employer.as_deref().map(Line::from));
    let stays = if stays.is_empty() { missing.to_owned() } else { stays.join(", ") };
    let later = if one.corrected_later { " (corrected later: see below)" } else { "" };
    cells.push(format!("{stays}{later}").into());
    cells
}

fn in_room(moment: &Moment, needed: u32) -> Vec<Line> {
    let quorum = if moment.quorum { format!("yes, {needed} needed") } else { format!("no, {needed} needed") };
    vec![
        moment.at.as_str().into(),
        moment.events.join(", ").into(),
        moment.came.join(", ").into(),
        moment.went.join(", ").into(),
        moment.present.to_string().into(),
        quorum.into(),
    ]
}

fn question(one: &Question) -> Vec<Line> {
    vec![
        format!("{}: {}", one.question, one.text).into(),
        one.handled.as_str().into(),
        format!("{}: {}", one.provenance, one.source).into(),
    ]
}

impl Item {
    /// What became of it, behind what is `said`: what was granted, and the last word on it.
    fn outcome(&self, said: Line, unvoted: &str) -> Line {
        let Some((last, before)) = self.ballots.split_last() else { return said.plain(unvoted) };
        let granted = before.iter().filter(|case| case.granted.is_some());
        let said = granted.fold(said, |said, case| case.warned(said.plain(case.outcome())).plain("; then "));
        let others = before.iter().filter(|case| case.granted.is_none());
        let others: String = others.map(|case| case.in_passing(last.motion)).collect();
        last.warned(said.plain(last.outcome() + &others))
    }

    fn write(&self, page: &mut Page) {
        page.heading(format!("Item {}: {}", self.n, self.organisation));
        page.facts(vec![
            ("Application", self.reference.as_ref().map(Ref::as_str).unwrap_or_default().into()),
            ("Asks for", words::asked(self.program, self.edition.as_str()).into()),
        ]);
        if self.added {
            page.text(format!("It was {ADDED}."));
        }
        if self.ballots.is_empty() {
            page.text("There is no ballot on it in this meeting.");
        }
        write_notes(page, &self.notes);
        for case in &self.ballots {
            case.write(page);
        }
    }
}

impl Case {
    /// What it came to, behind a `later` motion on the same application.
    fn in_passing(&self, later: Motion) -> String {
        let moved =
            if self.motion.is_again(later) { String::new() } else { format!(", to {}", self.motion.words()) };
        let came_to = self.vote.outcome.map_or("not declared", Outcome::words);
        format!("; after {}{moved}: {came_to}", self.ballot)
    }

    /// What it came to and what that does, in one line.
    fn outcome(&self) -> String {
        let granted = self.granted.as_ref();
        let granted = granted.map(|one| format!("; granted {}", one.term())).unwrap_or_default();
        let curbed = self.curbed.as_ref().map(|days| format!("; {days}")).unwrap_or_default();
        let granted = granted + &curbed;
        let provisional = if self.vote.provisional { "provisional, not declared: " } else { "" };
        // The days that were moved are those that are granted, and are said once.
        let is_said = |term: &str| granted.contains(term) || (!granted.is_empty() && term == WHEN_CLEARED);
        let terms: Vec<&str> =
            self.moved.terms.iter().map(String::as_str).filter(|term| !is_said(term)).collect();
        // What was not adopted gives no days: they are those of the motion.
        let said = if self.vote.outcome == Some(Outcome::Adopted) { "; " } else { "; moved: " };
        let terms = if terms.is_empty() { String::new() } else { said.to_owned() + &terms.join("; ") };
        let (arithmetic, flag) = (&self.vote.arithmetic, self.vote.flag_in_short());
        format!("{provisional}to {}: {arithmetic}{granted}{terms}{flag}", self.motion.words())
    }

    /// What is said, and what is unusual about the grant.
    fn warned(&self, said: Line) -> Line {
        match &self.granted {
            Some(granted) => granted.warned(said),
            None => said,
        }
    }

    /// The ballot, under a heading of its own.
    pub(in crate::papers) fn write(&self, page: &mut Page) {
        page.subheading(format!("Ballot {}", self.ballot));
        let linked = self.moved.again.is_some();
        let again =
            if self.again && !linked { "; a new vote on what an earlier ballot was about" } else { "" };
        let result = if self.vote.provisional { "Provisional result" } else { "Result" };
        let alone = |text: String| Line::from(if self.joint.is_none() { text } else { String::new() });
        if let Some(lead) = &self.joint {
            page.text(format!(
                "Part of one motion over several items, led by ballot {lead}: its roll call is printed once, above the \
                 first of them."
            ));
        }
        page.facts(vec![
            (
                "Motion",
                Line::default().strong(self.motion.as_str()).plain(format!("{again}: {}", self.moved.line())),
            ),
            ("Movers", alone(self.moved.movers())),
            ("Goes with", self.moved.together().into()),
            ("Earlier ballots", self.earlier.join("; ").into()),
            ("Taken up again", self.reopened.as_deref().unwrap_or_default().into()),
            ("Electronic, deadline", self.moved.deadline.as_deref().unwrap_or_default().into()),
            (
                "Judged by",
                format!("edition {} ({}), for the day {}", self.edition.id, self.edition.title, self.as_of)
                    .into(),
            ),
            ("Course", alone(self.course.clone())),
            (result, Line::default().strong(self.vote.arithmetic.as_str())),
            ("Needed", alone(format!("{}: {}", words::threshold(self.vote.threshold), self.vote.rule))),
            ("Quorum", alone(self.vote.quorum_line())),
            ("FLAG", self.vote.flag()),
            ("Other readings", self.vote.other_readings.as_deref().unwrap_or_default().into()),
            ("Granted", self.granted.as_ref().map(super::item::Granted::line).unwrap_or_default()),
            ("Effect", self.curbed.as_deref().unwrap_or_default().into()),
        ]);
        if self.joint.is_none() {
            page.text("The roll, as it was when the ballot closed:");
            self.vote.write_roll(page, &self.moved);
        }
        if let Some(sentence) = self.conflicts.as_deref().and_then(conflicts::sentence) {
            page.text(sentence);
        }
        self.rested_on(page);
    }

    fn rested_on(&self, page: &mut Page) {
        let snapshot = if self.snapshot_holds {
            "the journal up to the opening gives the same hash"
        } else {
            "WARNING: the journal up to the opening does not give this hash"
        };
        let presented = self.presented.as_ref().map(super::PresentedSo::line);
        page.text("What it rests on:");
        page.facts(vec![
            ("Application as reviewed", format!("snapshot {}; {snapshot}", self.snapshot).into()),
            ("Verdict at the opening", self.verdict.map(Verdict::as_str).unwrap_or_default().into()),
            ("Presented all the same", presented.unwrap_or_default().into()),
        ]);
        if self.in_the_way.as_ref().is_some_and(|lines| !lines.is_empty()) {
            page.text("What stood in the way of ready:");
        }
        page.list(self.in_the_way.iter().flatten().map(|line| line.as_str().into()).collect());
        if self.requirements.is_empty() {
            page.text("What was found of the requirements is not part of the public version.");
            return;
        }
        page.text(if self.verdict.is_some() {
            "Every requirement as it was found when the ballot was opened:"
        } else {
            "What is asked of everyone, as it was found when the ballot was opened:"
        });
        page.table(requirements::HEAD, self.requirements.iter().map(requirements::row).collect());
        if let Some(unsure) = requirements::unsure(&self.requirements) {
            page.text(unsure);
        }
        if self.verdict.is_some() {
            page.text(format!(
                "Where each of them was read is in the decision: docket decision {}.",
                self.ballot
            ));
        }
        page.list(self.figures.iter().flatten().map(|line| line.as_str().into()).collect());
    }
}
