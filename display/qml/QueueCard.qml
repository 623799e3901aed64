pragma ComponentBehavior: Bound

import QtQuick
import MotCua
import Display

// How many wait, how long it takes, and the numbers that were called and did not come.
Card {
    id: card

    required property CallsViewModel calls

    readonly property real pad: 2.4 * Theme.u
    readonly property string likely: {
        if (card.calls.likelyTo === 0)
            return "";
        if (card.calls.likelyFrom === card.calls.likelyTo)
            return qsTr("~%1 phút").arg(card.calls.likelyTo);
        return qsTr("~%1–%2 phút").arg(card.calls.likelyFrom).arg(card.calls.likelyTo);
    }

    height: Math.round(content.implicitHeight + 2 * pad)

    Column {
        id: content
        x: card.pad
        y: card.pad
        width: card.width - 2 * card.pad
        spacing: 1.6 * Theme.u

        Item {
            width: content.width
            implicitHeight: Math.round(7.6 * Theme.u)
            Words {
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                text: qsTr("Đang chờ")
                units: 3.6
                color: Theme.quiet
            }
            Words {
                id: people
                objectName: "waiting"
                anchors { right: after.left; rightMargin: Theme.u; verticalCenter: parent.verticalCenter }
                text: card.calls.known ? card.calls.waiting : "–"
                units: 6.4
                lineHeight: 1
                font.weight: Font.Bold
            }
            Words {
                id: after
                anchors { right: parent.right; baseline: people.baseline }
                text: card.likely === "" || card.calls.waiting === 0 ? qsTr("người") : qsTr("người, %1").arg(card.likely)
                units: 3.4
                wrapMode: Text.NoWrap
            }
        }
        Item {
            width: content.width
            implicitHeight: Math.round(7.6 * Theme.u)
            Rectangle {
                width: parent.width
                height: Theme.border
                color: Theme.line
            }
            Words {
                id: absentLabel
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                text: qsTr("Vắng mặt")
                units: 3.6
                color: Theme.quiet
            }
            Words {
                visible: card.calls.known && card.calls.absent.length === 0
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                text: qsTr("không có")
                units: 3.4
                color: Theme.quiet
            }
            Flow {
                objectName: "absent"
                anchors { left: absentLabel.right; leftMargin: 3 * Theme.u; right: parent.right; verticalCenter: parent.verticalCenter }
                height: Math.round(5.2 * Theme.u)
                spacing: 2.2 * Theme.u
                layoutDirection: Qt.RightToLeft
                clip: true
                Repeater {
                    model: card.calls.absent
                    delegate: Words {
                        required property string modelData
                        height: Math.round(5.2 * Theme.u)
                        text: modelData
                        units: 3.8
                        lineHeight: 1.1
                        font.weight: Font.DemiBold
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
