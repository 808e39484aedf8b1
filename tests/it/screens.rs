//! Today, Queue, Register, Handbook and Journal over a real docket.

use crate::desks::console;
use crate::dockets::docket;

#[test]
fn an_application_is_added_by_hand_from_an_empty_docket() {
    let mut screen = console(docket(), 120, 36);
    screen.press("j enter").see("A new application").type_text("Nordlicht Cloud AG").press("enter");
    screen.type_text("platform").press("enter enter enter");
    screen.type_text("140").press("enter enter enter enter enter enter enter enter");
    screen.press("g q");
    assert_eq!(screen.model().screens.queue.cursor.len(), 1);
}
