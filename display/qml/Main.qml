import QtQuick
import MotCua
import Display

// One lobby screen: header, what its layout shows, ticker. It only shows; nobody touches it.
Window {
    id: root

    required property HeaderViewModel header
    required property CallsViewModel calls
    required property GuideViewModel guide
    required property DossiersViewModel dossiers
    required property MediaViewModel media
    required property LobbyScreen lobby

    readonly property string layout: header.layout
    readonly property bool portrait: height > width
    readonly property bool stale: header.away
    readonly property bool showsCalls: layout === "calls" || layout === "calls_media"
    readonly property real gap: 2.4 * Theme.u

    width: 1920
    height: 1080
    visible: false
    title: header.title === "" ? "Một Cửa" : header.title
    color: Theme.paper

    Binding {
        target: Theme
        property: "shorterSide"
        value: Math.min(root.width, root.height)
    }
    Binding {
        target: Theme
        property: "mode"
        value: root.header.mode
    }

    Header {
        id: top
        anchors { left: parent.left; right: parent.right; top: parent.top }
        header: root.header
        portrait: root.portrait
    }
    AwayBanner {
        id: banner
        objectName: "away-banner"
        anchors { left: parent.left; right: parent.right; top: top.bottom }
        away: root.header.away
        since: root.header.since
        units: 3
    }
    Item {
        id: body
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: ticker.top; margins: root.gap }

        CallsPanel {
            id: callsPanel
            objectName: "calls"
            visible: root.showsCalls
            width: root.portrait ? body.width : Math.round((root.width - 2 * root.gap) * 0.6)
            height: root.portrait ? Math.round(body.height * 0.6) : body.height
            calls: root.calls
            stale: root.stale
        }
        SidePanel {
            visible: root.showsCalls
            x: root.portrait ? 0 : callsPanel.width + root.gap
            y: root.portrait ? callsPanel.height + root.gap : 0
            width: body.width - x
            height: body.height - y
            layout: root.layout
            calls: root.calls
            guide: root.guide
            media: root.media
            stale: root.stale
        }
        DossierBoard {
            objectName: "board"
            visible: root.layout === "dossiers"
            anchors.fill: parent
            dossiers: root.dossiers
            portrait: root.portrait
            onCapacityChanged: if (visible) root.lobby.dossiersAPage = capacity
            onVisibleChanged: if (visible) root.lobby.dossiersAPage = capacity
        }
        GuideSlide {
            objectName: "guide"
            visible: root.layout === "guide"
            anchors.fill: parent
            guide: root.guide
            zoom: root.portrait ? 1.55 : 1.5
        }
    }
    Ticker {
        id: ticker
        objectName: "ticker"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        header: root.header
    }
}
