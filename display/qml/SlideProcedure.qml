pragma ComponentBehavior: Bound

import QtQuick
import MotCua
import MotCua.Core

// What to bring for one procedure, as far as the room goes.
Item {
    id: body

    property var slide: ({})
    property real zoom: 1
    readonly property bool hasCode: zoom > 1 && (slide.url || "") !== ""  // too small to scan beside the calls
    readonly property int hidden: {
        let count = slide.morePapers || 0;
        for (let place = 0; place < list.count; place++)
            count += list.itemAt(place) !== null && list.itemAt(place).opacity === 0 ? 1 : 0;
        return count;
    }

    Words {
        id: title
        width: body.width
        text: body.slide.title || ""
        units: 4 * body.zoom
        font.weight: Font.Bold
        lineHeight: 1.2
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    Item {
        id: papers
        anchors { left: parent.left; right: parent.right; top: title.bottom; topMargin: 1.2 * Theme.u * body.zoom; bottom: facts.top; bottomMargin: 1.2 * Theme.u }
        clip: true

        Column {
            width: parent.width
            spacing: 0.8 * Theme.u * body.zoom
            Repeater {
                id: list
                model: body.slide.papers || []
                delegate: Row {
                    id: paper
                    required property string modelData
                    spacing: 1.4 * Theme.u * body.zoom
                    opacity: y + height <= papers.height + 1 ? 1 : 0
                    Icon {
                        id: mark
                        name: "check"
                        units: 2.9 * body.zoom
                        height: Math.round(2.9 * 1.3 * Theme.u * body.zoom)
                        color: Theme.success
                    }
                    Words {
                        width: body.width - mark.width - paper.spacing
                        text: paper.modelData
                        units: 2.9 * body.zoom
                        lineHeight: 1.2
                        maximumLineCount: 2
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
    Item {
        id: facts
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: body.hasCode ? Math.round(16 * Theme.u * body.zoom) : row.implicitHeight

        Column {
            id: row
            anchors { left: parent.left; right: code.left; rightMargin: 2 * Theme.u; bottom: parent.bottom }
            spacing: 0.4 * Theme.u
            Words {
                visible: body.hidden > 0
                width: parent.width
                text: qsTr("và %1 giấy tờ khác").arg(body.hidden)
                units: 2.9 * body.zoom
                lineHeight: 1.2
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
            Words {
                visible: (body.slide.timeLimit || "") !== ""
                width: parent.width
                text: qsTr("Thời hạn: %1").arg(body.slide.timeLimit || "")
                units: 2.8 * body.zoom
                lineHeight: 1.2
                color: Theme.quiet
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
            Words {
                visible: (body.slide.fee || "") !== ""
                width: parent.width
                text: qsTr("Lệ phí: %1").arg(body.slide.fee || "")
                units: 2.8 * body.zoom
                lineHeight: 1.2
                color: Theme.quiet
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
        }
        QrImage {
            id: code
            anchors { right: parent.right; bottom: parent.bottom }
            width: body.hasCode ? parent.height : 0
            height: width
            text: body.slide.url || ""
        }
    }
}
