pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// The window: the frame around every page, the pages, what lies over them. Pages stay alive once they were shown.
Window {
    id: root
    objectName: "kiosk"

    required property FrameModel frame
    required property HomeModel home
    required property ChoicesModel choices
    required property SearchModel search
    required property TicketModel ticket
    required property CodeModel code
    required property DossierModel dossier
    required property GuideModel guide
    required property CheckInModel checkIn
    required property AppointmentModel appointment
    required property NewsModel news
    required property StaffModel staff
    property real widthMm: 0
    property bool reducedMotion: false

    readonly property string page: frame.props.page
    readonly property string connection: frame.props.connection
    readonly property bool portrait: height > width
    readonly property bool settled: stage.enabled

    width: 1080
    height: 1920
    visible: false
    title: qsTr("Một Cửa – ki-ốt")
    color: Theme.paper

    readonly property bool alone: frame.props.alone && page === "home"

    onPageChanged: shield.restart()
    onAloneChanged: shield.restart()

    Binding { target: Theme; property: "shorterSide"; value: Math.max(1, Math.min(root.width, root.height)) }
    Binding { target: Theme; property: "mode"; value: root.frame.props.contrast ? "contrast" : "light" }
    Binding { target: Theme; property: "textScale"; value: !root.frame.props.large ? 1 : root.width > root.height && root.width < 1.5 * root.height ? 1.08 : 1.18 }
    Binding { target: Theme; property: "reducedMotion"; value: root.reducedMotion }
    Binding { target: Theme; property: "pixelsPerMm"; value: root.widthMm > 0 ? root.width / root.widthMm : 0 }

    // A second, unmeant touch must not fall on the page that the first one brought.
    Timer { id: shield; interval: root.reducedMotion ? 60 : 250 }

    AwayBanner {
        id: banner
        anchors { left: parent.left; right: parent.right; top: parent.top }
        away: root.connection === "away"
        since: root.frame.props.lastHeard
        units: 3.2
    }

    Item {
        id: stage
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: bar.top }
        enabled: !shield.running

        PanelGround {
            id: ground
            portrait: root.portrait
            windowHeight: root.height
            stageY: stage.y
            typing: ["search", "dossier", "lookup", "checkin"].indexOf(root.page) >= 0
        }
        PageLoader { names: ["home"]; now: root.page; sourceComponent: HomePage { frame: root.frame; ground: ground; model: root.home } }
        PageLoader { names: ["agencies", "fields"]; now: root.page; sourceComponent: CardsPage { frame: root.frame; ground: ground; model: root.choices } }
        PageLoader { names: ["services"]; now: root.page; sourceComponent: ServicesPage { frame: root.frame; ground: ground; model: root.choices } }
        PageLoader { names: ["priority"]; now: root.page; sourceComponent: PriorityPage { frame: root.frame; ground: ground; model: root.choices } }
        PageLoader { names: ["search"]; now: root.page; sourceComponent: SearchPage { frame: root.frame; ground: ground; model: root.search } }
        PageLoader { names: ["ticket"]; now: root.page; sourceComponent: TicketPage { frame: root.frame; ground: ground; model: root.ticket } }
        PageLoader { names: ["dossier", "lookup"]; now: root.page; sourceComponent: CodePage { frame: root.frame; ground: ground; model: root.code } }
        PageLoader { names: ["dossier_state"]; now: root.page; sourceComponent: DossierPage { frame: root.frame; ground: ground; model: root.dossier } }
        PageLoader { names: ["checkin"]; now: root.page; sourceComponent: CheckInPage { frame: root.frame; ground: ground; model: root.checkIn } }
        PageLoader { names: ["appointment"]; now: root.page; sourceComponent: AppointmentPage { frame: root.frame; ground: ground; model: root.appointment } }
        PageLoader { names: ["guide"]; now: root.page; sourceComponent: GuidePage { frame: root.frame; ground: ground; model: root.guide } }
    }

    BottomBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        frame: root.frame
    }

    StillThere {
        anchors.fill: parent
        secondsLeft: root.page === "ticket" ? 0 : root.frame.props.warningS
        onStayed: root.frame.touched()
        onGone: root.frame.homeWanted()
    }

    HelpLayer {
        anchors.fill: parent
        frame: root.frame
    }
    Layer { wanted: root.alone; sourceComponent: NewsLayer { frame: root.frame; news: root.news } }
    Layer { wanted: root.frame.props.blocked !== ""; sourceComponent: BlockedLayer { frame: root.frame } }
    Layer { wanted: root.staff.props.door !== "shut"; sourceComponent: StaffLayer { frame: root.frame; staff: root.staff } }

    // Staff know: five touches here within four seconds.
    Item {
        objectName: "staff-corner"
        width: 12 * Theme.u
        height: width
        PointHandler {
            acceptedDevices: PointerDevice.AllDevices
            onActiveChanged: if (active) root.frame.cornerTouched()
        }
    }
    PointHandler {
        acceptedDevices: PointerDevice.AllDevices
        onActiveChanged: if (active) root.frame.touched()
    }
}
