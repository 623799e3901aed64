import QtQuick

// A surface that can be touched: pressed look, keyboard and screen readers included. Put words and icons in it.
// `usable` is what it says about itself; a page that is disabled for a moment does not dim it.
Rectangle {
    id: area

    property string text: ""
    property bool usable: true
    property bool primary: false
    property color tint: Theme.brand
    readonly property bool down: touch.pressed && usable
    readonly property color words: primary && usable ? Theme.brandInk : usable ? Theme.ink : Theme.quiet
    readonly property color softWords: primary && usable ? Theme.brandInk : Theme.quiet
    readonly property color mark: primary && usable ? Theme.brandInk : usable ? tint : Theme.quiet
    signal activated

    function act() {
        if (usable)
            activated();
    }

    color: primary && usable ? (down ? Qt.darker(tint, 1.25) : tint) : down ? Theme.pressed : usable ? Theme.surface : Theme.paper
    radius: Theme.corner
    border.width: (primary && usable) || (Theme.contrast && !usable) ? 0 : Theme.border
    border.color: down ? tint : Theme.line
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: area.act()

    TapHandler {
        id: touch
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: area.act()
    }
}
