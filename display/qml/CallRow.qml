import QtQuick
import MotCua

// One counter's last call.
Item {
    id: row

    required property string number
    required property string counter
    required property bool coming
    required property int index
    property real pad: 3.2 * Theme.u
    property real counterX: width * 0.68
    property bool stale: false

    readonly property color tone: stale ? Theme.quiet : coming ? Theme.gold : Theme.ink

    Rectangle {
        visible: row.index > 0
        anchors { left: parent.left; right: parent.right; leftMargin: row.pad; rightMargin: row.pad }
        height: Theme.border
        color: Theme.line
    }
    Words {
        objectName: "row-number-" + row.index
        x: row.pad
        width: row.counterX - row.pad - 4 * Theme.u
        height: row.height
        text: row.number
        units: 8
        lineHeight: 1
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.size(4)
        wrapMode: Text.NoWrap
        color: row.tone
    }
    Icon {
        x: row.counterX - width - 1.5 * Theme.u
        height: row.height
        name: "arrow-right-thick"
        units: 4
        color: Theme.quiet
    }
    Words {
        objectName: "row-counter-" + row.index
        x: row.counterX
        width: row.width - x - row.pad
        height: row.height
        text: row.counter
        units: 8
        lineHeight: 1
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.size(4)
        wrapMode: Text.NoWrap
        color: row.tone
    }
}
