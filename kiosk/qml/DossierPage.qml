pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// Where a dossier stands and what its owner does next.
KioskPage {
    id: page

    required property DossierModel model
    readonly property var dossier: model.props
    readonly property string numberWords: dossier.purpose === "collect" ? qsTr("Lấy số nhận kết quả")
        : dossier.purpose === "supplement" ? qsTr("Lấy số nộp bổ sung")
        : dossier.purpose === "ask" ? qsTr("Lấy số gặp cán bộ")
        : qsTr("Lấy số tại quầy")

    heading: dossier.code
    title: dossier.state
    question: dossier.next

    Card {
        id: facts
        width: parent.width
        height: list.implicitHeight + steps.height + 7.6 * Theme.u
        Column {
            id: list
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: 3 * Theme.u }
            spacing: 1.8 * Theme.u
            Fact { icon: "calendar-clock"; text: page.dossier.due === "" ? "" : qsTr("Hẹn trả kết quả: %1").arg(page.dossier.due); strong: true; units: 4.2 }
            Fact { icon: "file-document-outline"; text: page.dossier.procedure; units: 3.2; lines: 2 }
            Fact { icon: "town-hall"; text: page.dossier.agency; units: 3.2; lines: 2 }
            Fact { icon: "account-outline"; text: page.dossier.owner; units: 3.2 }
            Fact { icon: "tray-arrow-down"; text: page.dossier.received === "" ? "" : qsTr("Ngày nhận: %1").arg(page.dossier.received); units: 3.2 }
            Fact { icon: "information-outline"; text: page.dossier.note; units: 3; lines: 3; tint: Theme.warning }
        }
        // As many steps as there is room for, the newest of them.
        Column {
            id: steps
            readonly property real row: 4.4 * Theme.u * Theme.textScale
            readonly property int all: page.dossier.steps.length
            readonly property int shown: Math.max(0, Math.min(all, Math.floor((facts.parent.height - buttons.height - list.implicitHeight - 12 * Theme.u - asOf.height) / row)))
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 3 * Theme.u; bottomMargin: 2.4 * Theme.u }
            Repeater {
                model: steps.shown
                Row {
                    id: step
                    required property int index
                    readonly property int place: index + steps.all - steps.shown
                    readonly property var row: page.dossier.steps[place] ?? ({ day: "", text: "" })
                    readonly property bool newest: place === steps.all - 1
                    height: steps.row
                    spacing: 1.6 * Theme.u
                    Icon {
                        width: 6 * Theme.u
                        height: parent.height
                        name: step.newest ? "circle-slice-8" : "check-circle-outline"
                        units: 3.2
                        color: step.newest ? Theme.brand : Theme.success
                    }
                    Words {
                        width: 17 * Theme.u * Theme.textScale
                        height: parent.height
                        text: step.row.day
                        units: 2.8
                        color: Theme.quiet
                    }
                    Words {
                        width: steps.width - 6 * Theme.u - 17 * Theme.u * Theme.textScale - 2 * step.spacing
                        height: parent.height
                        text: step.row.text
                        units: 2.8
                        font.weight: step.newest ? Font.Bold : Font.Normal
                        maximumLineCount: 1
                        elide: Text.ElideRight
                    }
                }
            }
            Words {
                id: asOf
                visible: page.dossier.asOf !== ""
                width: parent.width
                topPadding: 0.8 * Theme.u
                leftPadding: 7.6 * Theme.u
                text: qsTr("Cập nhật lúc %1").arg(page.dossier.asOf)
                units: 2.4
                color: Theme.quiet
            }
        }
    }
    Row {
        id: buttons
        readonly property bool both: take.visible && paperButton.visible
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: 2 * Theme.u
        BigButton {
            id: take
            objectName: "dossier-number"
            width: buttons.both ? (parent.width - parent.spacing) * 0.6 : parent.width
            height: 14 * Theme.u
            visible: page.dossier.purpose !== ""
            primary: true
            icon: "ticket-confirmation"
            text: page.numberWords
            onActivated: page.model.numberWanted()
        }
        PrintButton {
            id: paperButton
            objectName: "dossier-print"
            width: buttons.both ? (parent.width - parent.spacing) * 0.4 : parent.width
            height: take.height
            visible: page.dossier.prints
            text: qsTr("In phiếu")
            onActivated: page.model.printWanted()
        }
    }
}
