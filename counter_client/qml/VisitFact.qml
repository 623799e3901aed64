import QtQuick
import MotCua

// One thing to know about the visit: what it is, and what it says.
Item {
    id: fact

    required property string kind
    required property string text

    height: Math.max(Theme.size(3.6), words.implicitHeight + Theme.size(0.6))

    Icon {
        id: picture
        name: Meanings.factIcon(fact.kind)
        units: 2.2
        color: Theme.quiet
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
    }
    Words {
        id: label
        text: Meanings.fact(fact.kind)
        width: Theme.size(10.2)
        units: 1.9
        lineHeight: 1.15
        color: Theme.quiet
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        anchors { left: parent.left; leftMargin: Theme.size(3.2); verticalCenter: parent.verticalCenter }
    }
    Words {
        id: words
        objectName: "fact-" + fact.kind
        text: Meanings.factText(fact.kind, fact.text)
        units: 2
        lineHeight: 1.15
        font.weight: Font.DemiBold
        maximumLineCount: 2
        elide: Text.ElideRight
        anchors { left: label.right; leftMargin: Theme.size(0.8); right: parent.right; rightMargin: Theme.size(1.2); verticalCenter: parent.verticalCenter }
    }
}
