import QtQuick
import MotCua
import Counter

// The citizen's side of the counter: who is served, and one question when it is over.
Window {
    id: window

    required property Panel panel
    required property Fee fee

    readonly property string page: panel.page
    readonly property string ticketNumber: panel.number
    readonly property bool upright: height > width

    width: 1280
    height: 800
    visible: false
    color: Theme.paper
    title: qsTr("Đánh giá – Quầy %1").arg(panel.counter)

    Binding { target: Theme; property: "shorterSide"; value: Math.max(320, Math.min(window.width, window.height)) }

    PanelHeader {
        id: header
        panel: window.panel
        anchors { left: parent.left; right: parent.right; top: parent.top }
    }
    AwayBanner {
        id: banner
        objectName: "away"
        away: !window.panel.online && window.page !== "connecting" && window.panel.hindrance === ""
        since: window.panel.awaySince
        anchors { left: parent.left; right: parent.right; top: header.bottom }
    }
    Item {
        id: stage
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: parent.bottom; leftMargin: Theme.size(5); rightMargin: Theme.size(5) }

        PanelGreeting {
            visible: window.page !== "ask" && window.page !== "reasons" && window.page !== "remark" && window.page !== "pay"
            panel: window.panel
            anchors.fill: parent
        }
        PanelQuestion {
            visible: window.page === "ask"
            panel: window.panel
            upright: window.upright
            anchors.fill: parent
        }
        PanelReasons {
            visible: window.page === "reasons"
            panel: window.panel
            upright: window.upright
            anchors.fill: parent
        }
        PanelFee {
            visible: window.page === "pay"
            fee: window.fee
            upright: window.upright
            anchors.fill: parent
        }
        PanelRemark {
            visible: window.page === "remark"
            panel: window.panel
            anchors.fill: parent
        }
    }
    HindrancePage {
        outlook: window.panel
        forCitizen: true
        units: 2.4
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: parent.bottom }
    }
}
