pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// The one question: large faces with their words.
Item {
    id: question

    required property Panel panel
    property bool upright: false

    Column {
        id: words
        width: parent.width
        anchors { top: parent.top; topMargin: question.upright ? Theme.size(8) : Theme.size(5) }
        spacing: Theme.size(1)
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Quý khách có hài lòng với lượt phục vụ vừa rồi?")
            units: 6
            font.weight: Font.Bold
            lineHeight: 1.2
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Số %1 · Quầy %2").arg(question.panel.number).arg(question.panel.counter)
            units: 3.6
            color: Theme.quiet
            wrapMode: Text.NoWrap
        }
    }
    Item {
        anchors { left: parent.left; right: parent.right; top: words.bottom; bottom: time.top }
        Grid {
            id: faces
            columns: question.upright ? 1 : levels.count
            spacing: Theme.size(2)
            anchors.centerIn: parent
            width: parent.width
            Repeater {
                id: levels
                model: question.panel.levels
                FaceButton {
                    width: question.upright ? faces.width : (faces.width - (levels.count - 1) * faces.spacing) / levels.count
                    height: question.upright ? Math.min(Theme.size(17), (faces.parent.height - (levels.count - 1) * faces.spacing - Theme.size(4)) / levels.count) : Math.min(Theme.size(46), faces.parent.height - Theme.size(4))
                    lying: question.upright
                    onChosen: score => question.panel.choose(score)
                }
            }
        }
    }
    TimeLeft {
        id: time
        panel: question.panel
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; bottomMargin: Theme.size(3) }
    }
}
