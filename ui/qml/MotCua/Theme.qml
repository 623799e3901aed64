pragma Singleton
import QtQuick

// The look's tokens (colours, sizes, motion). No other file holds a colour or a size literal.
QtObject {
    id: theme

    // Set once by each window: the shorter side of the screen in pixels, and the mode.
    property real shorterSide: 1080
    property string mode: "light"            // light · night · contrast
    property real textScale: 1               // 1.25 for larger text
    property bool reducedMotion: false
    property real pixelsPerMm: 0             // of the real panel, for touch targets; 0: not known

    readonly property real u: shorterSide / 108
    readonly property real grid: 0.8 * u
    readonly property real corner: 1.6 * u
    readonly property real border: Math.max(2, 0.2 * u)
    readonly property real touch: Math.max(9 * u, 20 * pixelsPerMm)   // least side of what a finger touches
    readonly property int motion: reducedMotion ? 0 : 200
    readonly property bool night: mode === "night"
    readonly property bool contrast: mode === "contrast"

    readonly property color paper: contrast ? "#000000" : night ? "#10151C" : "#FAF7F2"
    readonly property color surface: contrast ? "#000000" : night ? "#1A222D" : "#FFFFFF"
    readonly property color pressed: contrast ? "#333300" : night ? "#253040" : "#F1EBE1"
    readonly property color ink: contrast ? "#FFFFFF" : night ? "#FFFFFF" : "#1B1F24"
    readonly property color quiet: contrast ? "#FFFFFF" : night ? "#AEB8C4" : "#5B6470"
    readonly property color line: contrast ? "#FFFFFF" : night ? "#2E3947" : "#E2DCD2"
    readonly property color brand: contrast ? "#FFFF00" : "#9B1B1E"
    readonly property color brandInk: contrast ? "#000000" : "#FFFFFF"
    readonly property color brandPressed: contrast ? "#CCCC00" : "#7C1518"
    readonly property color gold: contrast ? "#FFFF00" : night ? "#FFC83D" : "#F2B632"
    readonly property color goldInk: "#1B1F24"
    readonly property color success: contrast ? "#FFFFFF" : night ? "#5FD3A6" : "#0F6B4F"
    readonly property color warning: contrast ? "#FFFF00" : night ? "#F2B632" : "#8A5A00"
    readonly property color danger: contrast ? "#FFFF00" : night ? "#FF8A7E" : "#B42318"
    readonly property color priority: contrast ? "#FFFF00" : night ? "#C4B0F5" : "#5B21B6"
    readonly property color appointment: contrast ? "#FFFF00" : night ? "#8EC5FF" : "#0B5CAD"

    function size(units: real): real {
        return Math.round(units * u * textScale)
    }
}
