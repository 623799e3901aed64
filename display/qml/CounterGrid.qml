pragma ComponentBehavior: Bound

import QtQuick
import MotCua
import Display

// Every counter of the zone with the number it serves now.
Card {
    id: card

    required property CallsViewModel calls
    property bool stale: false

    readonly property real pad: 2 * Theme.u
    readonly property int count: Math.max(1, calls.tileCount)
    // As few as leave each counter tall enough to read, at most as many as leave room for its longest number.
    readonly property int columns: {
        const most = Math.max(1, Math.min(6, Math.floor((width - 2 * pad) / (16 * Theme.u))));
        let best = 1;
        for (let tries = 1; tries <= most; tries++) {
            if (gridHeight / Math.ceil(count / tries) >= 7.4 * Theme.u)
                return tries;
            best = tries;
        }
        return best;
    }
    readonly property int lines: Math.ceil(count / columns)
    readonly property real gridHeight: height - grid.y - pad
    readonly property real cellHeight: Math.floor(Math.min(gridHeight / lines, 12 * Theme.u))

    Words {
        x: card.pad
        y: 1.2 * Theme.u
        text: card.columns > 2 ? qsTr("Quầy và số đang phục vụ") : qsTr("Các quầy đang phục vụ")
        units: 3.2
        color: Theme.quiet
    }
    Grid {
        id: grid
        x: card.pad
        y: 6.4 * Theme.u
        columns: card.columns

        Repeater {
            model: card.calls.tiles
            delegate: Item {
                id: tile

                required property string counter
                required property string number
                required property string standing
                required property bool lit

                readonly property bool open: tile.standing === "open"

                width: Math.floor((card.width - 2 * card.pad) / card.columns)
                height: card.cellHeight

                Rectangle {
                    anchors { fill: parent; margins: 0.4 * Theme.u }
                    radius: Theme.corner * 0.6
                    color: tile.open ? Theme.pressed : "transparent"
                    border.width: Theme.border
                    border.color: tile.lit && !card.stale ? Theme.gold : Theme.line

                    Words {
                        id: label
                        objectName: "tile-label"
                        anchors { left: parent.left; leftMargin: 1.2 * Theme.u; verticalCenter: parent.verticalCenter }
                        text: card.columns > 2 ? tile.counter : qsTr("Quầy %1").arg(tile.counter)
                        units: Math.min(2.8, card.cellHeight / Theme.u * 0.5)
                        color: Theme.quiet
                        wrapMode: Text.NoWrap
                    }
                    Words {
                        objectName: "tile-number"
                        anchors { left: label.right; leftMargin: Theme.u; right: parent.right; rightMargin: 1.2 * Theme.u; verticalCenter: parent.verticalCenter }
                        text: tile.number !== "" ? tile.number : tile.open ? "–" : tile.standing === "paused" && card.columns <= 3 ? qsTr("tạm dừng") : qsTr("nghỉ")
                        units: tile.number !== "" ? Math.min(card.columns > 3 ? 3.6 : card.columns > 2 ? 4.2 : 5.6, card.cellHeight / Theme.u * 0.5) : 2.6
                        lineHeight: 1
                        font.weight: tile.number !== "" ? Font.Bold : Font.Normal
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.size(2.4)
                        wrapMode: Text.NoWrap
                        horizontalAlignment: Text.AlignRight
                        color: tile.number === "" || card.stale ? Theme.quiet : tile.lit ? Theme.gold : Theme.ink
                    }
                }
            }
        }
    }
}
