//! Frames of the meeting.
