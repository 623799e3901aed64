pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua
import MotCua.Core

// What a procedure needs.
KioskPage {
    id: page

    required property GuideModel model
    readonly property var guide: model.props

    heading: guide.field
    title: ""
    question: ""
    spoken: [
        Column {
            width: page.panel.width - 8 * Theme.u
            spacing: 1.2 * Theme.u
            Words {
                width: parent.width
                text: page.guide.name
                units: page.guide.name.length > 90 ? 3.8 : 5
                font.weight: Font.Bold
                lineHeight: 1.15
                maximumLineCount: page.portrait ? 4 : 7
                elide: Text.ElideRight
                color: page.panel.ink
            }
            Words {
                width: parent.width
                visible: page.guide.timeLimit !== ""
                text: qsTr("Thời hạn: %1").arg(page.guide.timeLimit)
                units: 3.4
                color: page.panel.ink
            }
            Words {
                width: parent.width
                visible: page.guide.fee !== ""
                text: qsTr("Phí, lệ phí: %1").arg(page.guide.fee)
                units: 3
                maximumLineCount: 2
                elide: Text.ElideRight
                color: page.panel.ink
            }
        }
    ]

    Card {
        id: papers
        width: qr.visible ? parent.width - qr.width - 2 * Theme.u : parent.width
        height: buttons.y - 2 * Theme.u - (pager.visible ? pager.implicitHeight + 1.6 * Theme.u : 0)
        clip: true
        Column {
            id: list
            readonly property real letters: page.guide.papers.join("").length < 360 ? 3.4 : 2.8
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: 2.6 * Theme.u }
            spacing: 1.2 * Theme.u
            Words {
                width: parent.width
                text: page.guide.paperCount === 0 ? qsTr("Giấy tờ cần có: mời bạn hỏi quầy hướng dẫn.") : qsTr("Giấy tờ cần có (%1)").arg(page.guide.paperCount)
                units: 3.6
                font.weight: Font.Bold
            }
            Repeater {
                model: page.guide.papers.length
                Row {
                    id: paper
                    required property int index
                    spacing: 1.4 * Theme.u
                    Words {
                        width: 5 * Theme.u
                        text: (page.guide.firstPaper + paper.index) + "."
                        units: list.letters
                        font.weight: Font.Bold
                        color: Theme.brand
                        verticalAlignment: Text.AlignTop
                    }
                    Words {
                        width: list.width - 5 * Theme.u - paper.spacing
                        text: page.guide.papers[paper.index] ?? ""
                        units: list.letters
                        lineHeight: 1.2
                        maximumLineCount: qr.visible ? 5 : 4
                        elide: Text.ElideRight
                    }
                }
            }
        }
        Words {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 2 * Theme.u }
            text: qsTr("Nguồn: Cổng Dịch vụ công quốc gia · %1").arg(page.guide.code)
            units: 2.4
            color: Theme.quiet
            lineHeight: 1.1
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    Card {
        id: qr
        anchors.right: parent.right
        visible: page.guide.url !== ""
        width: 27 * Theme.u
        height: code.height + caption.implicitHeight + 4.4 * Theme.u
        QrImage {
            id: code
            anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: 1.4 * Theme.u }
            width: parent.width - 2.8 * Theme.u
            height: width
            text: page.guide.url
        }
        Words {
            id: caption
            anchors { left: parent.left; right: parent.right; top: code.bottom; margins: 1.4 * Theme.u; topMargin: 0.4 * Theme.u }
            text: qsTr("Quét để xem đầy đủ và nộp trực tuyến")
            units: 2.5
            lineHeight: 1.15
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
        }
    }
    Pager {
        id: pager
        anchors { left: papers.left; right: papers.right; bottom: buttons.top; bottomMargin: 2 * Theme.u }
        sheet: page.guide.sheet
        sheets: page.guide.sheets
        onTurned: by => page.model.turned(by)
    }
    Row {
        id: buttons
        readonly property bool both: (take.visible || page.guide.asks) && paperButton.visible
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: 1.6 * Theme.u
        BigButton {
            id: take
            objectName: "guide-number"
            width: buttons.both ? (parent.width - parent.spacing) * 0.6 : parent.width
            height: 14 * Theme.u
            visible: page.guide.canTake
            primary: true
            usable: page.frame.props.connection === "online"
            icon: "ticket-confirmation"
            text: qsTr("Lấy số cho thủ tục này")
            onActivated: page.model.numberWanted()
        }
        BigButton {
            objectName: "ask-help"
            width: take.width
            height: 14 * Theme.u
            visible: !page.guide.canTake && page.guide.asks
            usable: page.frame.props.connection === "online"
            icon: "account-question"
            text: qsTr("Lấy số gặp cán bộ hướng dẫn")
            onActivated: page.model.askWanted()
        }
        PrintButton {
            id: paperButton
            objectName: "guide-print"
            width: buttons.both ? (parent.width - parent.spacing) * 0.4 : parent.width
            height: take.height
            visible: page.guide.prints
            text: qsTr("In hướng dẫn")
            onActivated: page.model.printWanted()
        }
    }
}
