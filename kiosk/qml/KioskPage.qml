import QtQuick
import Kiosk
import MotCua

// What every page is made of: a part that speaks (above, or left) and a part that is touched.
Item {
    id: page

    required property FrameModel frame
    property string heading: ""
    property string title: ""
    property string question: ""
    readonly property bool slim: ground?.slim ?? false
    property real titleUnits: portrait ? 6 : slim ? 4.4 : 5.2
    default property alias content: area.data
    property alias spoken: panel.extra
    readonly property alias panel: panel
    readonly property bool portrait: height > width
    readonly property real margin: 3.2 * Theme.u
    property PanelGround ground: null

    anchors.fill: parent
    onVisibleChanged: if (visible) arrival.restart()

    NumberAnimation {
        id: arrival
        target: area
        property: "shift"
        from: Theme.motion > 0 ? 3 * Theme.u : 0
        to: 0
        duration: Theme.motion
        easing.type: Easing.OutCubic
    }
    SpeakPanel {
        id: panel
        frame: page.frame
        heading: page.heading
        title: page.title
        question: page.question
        titleUnits: page.titleUnits
        portrait: page.portrait
        width: page.ground?.width ?? 0
        height: page.ground?.height ?? 0
    }
    Item {
        id: area
        property real shift: 0
        transform: Translate { x: area.shift }
        x: (page.portrait ? 0 : panel.width) + page.margin
        y: (page.portrait ? panel.height : 0) + page.margin
        width: page.width - x - page.margin
        height: page.height - y - page.margin
    }
}
