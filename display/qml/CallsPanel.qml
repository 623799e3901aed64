pragma ComponentBehavior: Bound

import QtQuick
import MotCua
import Display

// The newest call large, the others' last calls under it in the same columns.
Item {
    id: panel

    required property CallsViewModel calls
    property bool stale: false

    readonly property bool empty: calls.newestNumber === ""
    readonly property real pad: 3.2 * Theme.u
    readonly property real counterX: width * 0.68
    readonly property real counterWidth: width - counterX - pad

    Welcome {
        visible: panel.empty
        anchors.fill: parent
    }
    Spotlight {
        id: spotlight
        visible: !panel.empty
        width: panel.width
        height: Math.round((panel.calls.newestPlace === "" ? 34.4 : 38.4) * Theme.u)
        calls: panel.calls
        stale: panel.stale
        pad: panel.pad
        counterX: panel.counterX
    }
    Item {
        id: rows
        objectName: "call-rows"

        readonly property real room: panel.height - spotlight.height - Theme.grid
        readonly property int fitting: Math.max(1, Math.floor(room / (10.8 * Theme.u)))
        readonly property real rowHeight: Math.floor(Math.min(room / fitting, 14 * Theme.u))

        visible: !panel.empty
        anchors { left: parent.left; right: parent.right; top: spotlight.bottom; topMargin: Theme.grid }
        height: fitting * rowHeight

        Repeater {
            model: panel.calls.rows
            delegate: CallRow {
                width: rows.width
                height: rows.rowHeight
                y: index * rows.rowHeight
                visible: index < rows.fitting
                pad: panel.pad
                counterX: panel.counterX
                stale: panel.stale
                Behavior on y {
                    NumberAnimation { duration: Theme.motion; easing.type: Easing.OutCubic }
                }
            }
        }
    }
}
