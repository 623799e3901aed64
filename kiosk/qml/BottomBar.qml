import QtQuick
import Kiosk
import MotCua

// On every page: the way back, the language, the contrast, the size of the letters.
Rectangle {
    id: bar
    objectName: "bottom-bar"

    required property FrameModel frame
    readonly property bool home: frame.props.page === "home"
    readonly property bool mayLeave: !home && frame.props.page !== "ticket"
    readonly property bool narrow: width < 120 * Theme.u
    readonly property real inset: 3.2 * Theme.u

    height: Theme.touch + 2.4 * Theme.u
    color: Theme.surface

    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.border
        color: Theme.line
    }
    Row {
        anchors { left: parent.left; leftMargin: bar.inset; verticalCenter: parent.verticalCenter }
        spacing: 1.6 * Theme.u
        BarButton {
            objectName: "back"
            visible: bar.mayLeave
            text: qsTr("Quay lại")
            icon: "arrow-left"
            onActivated: bar.frame.backWanted()
        }
        BarButton {
            objectName: "home"
            visible: bar.mayLeave
            text: bar.narrow ? "" : qsTr("Về đầu")
            label: qsTr("Về đầu")
            icon: "home"
            onActivated: bar.frame.homeWanted()
        }
        Row {
            visible: bar.home && bar.frame.props.hotline !== ""
            spacing: 1.6 * Theme.u
            Icon {
                name: "phone"
                units: 3.6
                color: Theme.brand
                anchors.verticalCenter: parent.verticalCenter
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                Words { text: qsTr("Đường dây nóng"); units: 2.4; lineHeight: 1.1; color: Theme.quiet }
                Words { text: bar.frame.props.hotline; units: 3; lineHeight: 1.1; font.weight: Font.Bold }
            }
        }
    }
    Row {
        anchors { right: parent.right; rightMargin: bar.inset; verticalCenter: parent.verticalCenter }
        spacing: 1.6 * Theme.u
        BarButton {
            objectName: "call-staff"
            readonly property string stage: bar.frame.props.help
            text: stage === "none" || stage === "away" ? qsTr("Gọi giúp") : stage === "coming" ? qsTr("Đang đến") : qsTr("Đã gọi")
            label: qsTr("Gọi nhân viên")
            icon: "bell-ring"
            stacked: true
            chosen: stage !== "none" && stage !== "away"
            onActivated: bar.frame.helpWanted()
        }
        BarButton {
            objectName: "read-aloud"
            visible: bar.frame.props.reads
            text: ""
            label: bar.frame.props.reading ? qsTr("Thôi đọc") : qsTr("Đọc to màn hình")
            icon: bar.frame.props.reading ? "stop" : "volume-high"
            chosen: bar.frame.props.reading
            onActivated: bar.frame.readWanted()
        }
        LanguageSwitch { frame: bar.frame }
        BarButton {
            objectName: "contrast"
            text: ""
            label: qsTr("Tương phản cao")
            icon: "contrast-circle"
            chosen: bar.frame.props.contrast
            onActivated: bar.frame.contrastWanted()
        }
        BarButton {
            objectName: "larger"
            text: ""
            label: qsTr("Chữ to hơn")
            icon: "format-size"
            chosen: bar.frame.props.large
            onActivated: bar.frame.largeWanted()
        }
    }
}
