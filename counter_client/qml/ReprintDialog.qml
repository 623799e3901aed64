pragma ComponentBehavior: Bound
import QtQuick
import MotCua

// Which kiosk prints the paper of a number once more. A centre with one kiosk is asked all the same: the paper comes out there.
Overlay {
    id: dialog

    required property list<string> kiosks
    property bool can: true
    property string number: ""
    signal chosen(string kiosk)

    title: qsTr("In lại phiếu %1 ở đâu?").arg(number)
    boxHeight: Theme.size(Math.min(70, 18 + 7.4 * Math.max(1, kiosks.length)))
    onVisibleChanged: if (visible) { list.currentIndex = 0; dialog.forceActiveFocus(); }

    Keys.onDownPressed: list.incrementCurrentIndex()
    Keys.onUpPressed: list.decrementCurrentIndex()
    Keys.onReturnPressed: if (list.count > 0) choose(kiosks[list.currentIndex])

    function choose(kiosk: string) {
        if (!dialog.can)
            return;
        dialog.chosen(kiosk);
        dialog.dismissed();
    }

    ListView {
        id: list
        anchors.fill: parent
        clip: true
        spacing: Theme.size(1)
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        model: dialog.kiosks.length
        delegate: ActKey {
            required property int index
            objectName: "reprint-at-" + dialog.kiosks[index]
            width: ListView.view.width
            enabled: dialog.can
            icon: "printer"
            text: Meanings.station("kiosk", dialog.kiosks[index])
            look: ListView.isCurrentItem ? "suggested" : "plain"
            keyName: ListView.isCurrentItem ? "Enter" : ""
            onActivated: dialog.choose(dialog.kiosks[index])
        }
    }
    Words {
        visible: list.count === 0
        width: parent.width
        anchors.centerIn: parent
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Trung tâm chưa có ki-ốt nào")
        units: 2.1
        color: Theme.quiet
    }
}
