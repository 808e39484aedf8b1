//! What was put to the vote as one motion: a consent motion, or a training partner with its instructor. It has one
//! roll call; each of its items keeps an outcome of its own.

use serde::Serialize;

use super::{Granted, Item, Minutes};
use crate::{
    council::{
        Ballot, BallotId, Meeting, Motion, Seat,
        conflict::{Applicant, Suggestion},
        together::{self, Consent, Pulled},
    },
    papers::{
        Audience,
        motion::Moved,
        names::Names,
        page::{Line, Page},
        vote::Vote,
        words,
    },
    record::Sitting,
    review::{Application, Ref},
    rules::{Program, ids::words},
};

words!(
    /// Why several items were one motion.
    Kind {
        /// A consent motion over items of the consent list.
        Consent = "consent",
        /// A training partner and its instructor.
        Pair = "pair",
    }
);

/// Several items that were put to the vote as one motion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Joint {
    /// Its leading ballot.
    pub lead: String,
    /// Why it was one motion.
    pub kind: Kind,
    /// What is moved, of each of them.
    pub motion: Motion,
    /// What was moved of the leading item, and the positions that were replaced.
    pub moved: Moved,
    /// When it was opened, closed and declared.
    pub course: String,
    /// The one roll call, and what it came to for the leading item.
    pub vote: Vote,
    /// Its items, in the order of the ballots.
    pub items: Vec<Part>,
    /// What was on the consent list or in the motion and was not decided by it, each in a line.
    pub out: Vec<String>,
}

/// An item of a motion over several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Part {
    /// Its number on the agenda.
    pub n: u32,
    /// Its ballot.
    pub ballot: String,
    /// The application; not in public papers.
    #[serde(rename = "ref")]
    pub reference: Option<Ref>,
    /// Who asks.
    pub organisation: String,
    /// For what.
    pub program: Program,
    /// What was moved of it, with its terms.
    pub moved: String,
    /// What became of it, with the arithmetic, and what the corrected times would give where it rested on such.
    pub outcome: String,
    /// What was granted.
    pub granted: Option<Granted>,
}

/// The motions over several items, in the order they were opened; the cases of their items point to them.
pub(super) fn joints(sitting: &Sitting, items: &mut [Item], names: &Names) -> Vec<Joint> {
    let ballots = &sitting.meeting.ballots;
    let mut joints: Vec<Joint> = Vec::new();
    for ballot in ballots.iter().filter(|ballot| ballot.pulled.is_none()) {
        let motion = together::motion(ballots, ballot);
        let (lead, new) =
            (names.ballot(&ballot.id), motion.first().is_some_and(|first| first.id == ballot.id));
        // What was pulled out of it is no part of it, but it was put as one motion all the same.
        let put: Vec<&Ballot> =
            ballots.iter().filter(|one| together::lead(one) == together::lead(ballot)).collect();
        if put.len() > 1 && new {
            joints.extend(joint(sitting, items, (&motion, &put), lead, names));
        }
    }
    for case in items.iter_mut().flat_map(|item| &mut item.ballots) {
        let of = joints.iter().find(|joint| joint.items.iter().any(|part| part.ballot == case.ballot));
        case.joint = of.map(|joint| joint.lead.clone());
    }
    joints
}

fn joint(
    sitting: &Sitting,
    items: &[Item],
    (motion, put): (&[&Ballot], &[&Ballot]),
    lead: String,
    names: &Names,
) -> Option<Joint> {
    let case = |id: &BallotId| {
        let name = names.ballot(id);
        items.iter().find_map(|item| Some((item, item.ballots.iter().find(|case| case.ballot == name)?)))
    };
    let first = motion.first()?;
    let (_, leading) = case(&first.id)?;
    let parts = motion.iter().filter_map(|ballot| case(&ballot.id)).map(|(item, case)| Part {
        n: item.n,
        ballot: case.ballot.clone(),
        reference: item.reference.clone(),
        organisation: item.organisation.clone(),
        program: item.program,
        moved: case.moved.line(),
        outcome: case.vote.arithmetic.clone() + &case.vote.flag_in_short(),
        granted: case.granted.clone(),
    });
    let pair = put.iter().filter(|other| other.id != first.id).all(|other| is_pair(sitting, first, other));
    let kind = if pair { Kind::Pair } else { Kind::Consent };
    Some(Joint {
        lead,
        kind,
        motion: first.motion,
        moved: leading.moved.clone(),
        course: leading.course.clone(),
        vote: leading.vote.clone(),
        items: parts.collect(),
        out: out(sitting, first, kind, names),
    })
}

/// Whether the two go together by themselves: each asks for the other's half, and one is linked to the other.
fn is_pair(sitting: &Sitting, one: &Ballot, other: &Ballot) -> bool {
    let linked = |from: &Ballot, to: &Ballot| {
        let opening = sitting.opening(from);
        opening.is_some_and(|opening| opening.application.facts.linked.contains(&to.id.application))
    };
    together::is_pair(one.program, other.program) && (linked(one, other) || linked(other, one))
}

/// What was pulled out of the motion that `first` leads; and of a consent motion, what stood on the list and was not
/// in it.
fn out(sitting: &Sitting, first: &Ballot, kind: Kind, names: &Names) -> Vec<String> {
    let meeting = &sitting.meeting;
    let lead = together::lead(first);
    let of_motion = |ballot: &&Ballot| together::lead(ballot) == lead;
    let mut lines: Vec<String> = meeting
        .ballots
        .iter()
        .filter(of_motion)
        .filter_map(|one| Some((one, one.pulled.as_ref()?)))
        .map(|(one, pulled)| {
            let (what, by) = (&one.id.application, by(meeting, pulled, names.audience));
            let then = names.followed(meeting, (what, one.id.n));
            format!("{}: pulled out of it {by}; {then}", names.application(what))
        })
        .collect();
    let listed = meeting.consent.iter().filter(|_| kind == Kind::Consent);
    let elsewhere = listed.filter(|(reference, _)| {
        let mut of_motion = meeting.ballots.iter().filter(of_motion);
        of_motion.all(|one| one.id.application != **reference)
    });
    lines.extend(elsewhere.map(|(reference, consent)| {
        format!("{}: {}", names.application(reference), fell_out(sitting, first, (reference, consent), names))
    }));
    lines
}

fn fell_out(
    sitting: &Sitting,
    first: &Ballot,
    (reference, consent): (&Ref, &Consent),
    names: &Names,
) -> String {
    let meeting = &sitting.meeting;
    let then = names.followed(meeting, (reference, 0));
    if let Some(pulled) = &consent.pulled {
        return format!("pulled from the consent list {}; {then}", by(meeting, pulled, names.audience));
    }
    let before = |one: &&Ballot| one.id.application == *reference && one.opened < first.opened;
    if let Some(before) = meeting.ballots.iter().rfind(before) {
        return format!("put to the vote before it, by ballot {}", names.ballot(&before.id));
    }
    let application = sitting.applications.iter().find(|one| one.reference == *reference);
    let conflicts = application.map(|one| conflicts(sitting, first, one)).unwrap_or_default();
    let why = match (conflicts.is_empty(), names.audience) {
        (true, _) => "not in the motion when it was opened".to_owned(),
        (false, Audience::Public) => "fell out for a conflict of interest".to_owned(),
        (false, Audience::Internal) => format!("fell out for the conflict of {}", conflicts.join(", ")),
    };
    format!("{why}; {then}")
}

/// The conflicts with `application` of seats that were in the room when `first` was opened.
fn conflicts(sitting: &Sitting, first: &Ballot, application: &Application) -> Vec<String> {
    let there = |seat: &&Seat| {
        sitting.meeting.attendance.iter().any(|stay| {
            stay.seat == seat.n
                && stay.since <= first.opened
                && stay.left.is_none_or(|left| left > first.opened)
        })
    };
    let seats: Vec<Seat> = first.roster.iter().filter(there).cloned().collect();
    let found = sitting.register.of_seats(&seats, Applicant::from(application), first.as_of);
    let found = found.into_iter().filter(Suggestion::stands);
    found.map(|one| format!("{} and {}", one.who(), one.with)).collect()
}

/// `by Celine Dufour: the price list`; the reason not in public papers.
pub(super) fn by(meeting: &Meeting, pulled: &Pulled, audience: Audience) -> String {
    let seat = meeting.members.iter().find(|seat| seat.n == pulled.by);
    let holder = seat.map_or_else(|| format!("seat {}", pulled.by), Seat::who);
    let because = pulled.because.as_ref().filter(|_| audience == Audience::Internal);
    format!("by {holder}{}", because.map(|because| format!(": {because}")).unwrap_or_default())
}

impl Minutes {
    /// The motion over several items that begins with the item `n`.
    pub(super) fn joints_at(&self, n: u32) -> impl Iterator<Item = &Joint> {
        let first = move |joint: &&Joint| joint.items.iter().map(|part| part.n).min() == Some(n);
        self.joints.iter().filter(first)
    }
}

impl Joint {
    /// What it is called, here and where its items refer to it.
    pub(super) fn title(&self) -> String {
        let numbers: Vec<String> = self.items.iter().map(|part| part.n.to_string()).collect();
        let what = match self.kind {
            Kind::Consent if self.items.len() == 1 => "Consent motion over item",
            Kind::Consent => "Consent motion over items",
            Kind::Pair => "Training partner and instructor, one motion over items",
        };
        format!("{what} {}", numbers.join(", "))
    }

    /// The motion under a heading of its own, with its one roll call.
    pub(super) fn write(&self, page: &mut Page) {
        page.heading(self.title());
        page.facts(vec![
            ("Motion", Line::default().strong(self.motion.as_str()).plain(", of each item by itself")),
            ("Movers", self.moved.movers().into()),
            ("Course", self.course.as_str().into()),
            ("Needed", format!("{}: {}", words::threshold(self.vote.threshold), self.vote.rule).into()),
            ("Quorum", self.vote.quorum_line().into()),
        ]);
        page.text("Its items, voted on together; the outcome is that of each by itself:");
        let part = |part: &Part| {
            let granted = part.granted.as_ref().map(Granted::line);
            vec![
                part.n.to_string().into(),
                part.ballot.as_str().into(),
                part.moved.as_str().into(),
                Line::default().strong(part.outcome.as_str()),
                granted.unwrap_or_default(),
            ]
        };
        page.table(&["Item", "Ballot", "Moved", "Outcome", "Granted"], self.items.iter().map(part).collect());
        page.text("The one roll call, as it was when the motion closed:");
        self.vote.write_roll(page, &self.moved);
        if !self.out.is_empty() {
            page.text("Not decided by this motion:");
            page.list(self.out.iter().map(|line| line.as_str().into()).collect());
        }
    }
}
