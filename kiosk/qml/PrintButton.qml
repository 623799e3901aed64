pragma ComponentBehavior: Bound
import QtQuick

// Prints once, and says so: a second touch within a few seconds does nothing.
BigButton {
    id: button

    icon: resting.running ? "printer-check" : "printer"
    usable: !resting.running

    onActivated: resting.restart()

    Timer { id: resting; interval: 6000 }
}
