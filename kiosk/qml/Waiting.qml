pragma ComponentBehavior: Bound
import QtQuick
import MotCua

// Three dots that breathe one after the other: something is on its way.
Row {
    id: dots
    spacing: 2.4 * Theme.u

    Repeater {
        model: 3
        Rectangle {
            id: dot
            required property int index
            width: 3.2 * Theme.u
            height: width
            radius: width / 2
            color: Theme.brand
            SequentialAnimation on scale {
                running: dots.visible && Theme.motion > 0
                loops: Animation.Infinite
                PauseAnimation { duration: dot.index * 180 }
                NumberAnimation { to: 0.5; duration: 320; easing.type: Easing.InOutSine }
                NumberAnimation { to: 1; duration: 320; easing.type: Easing.InOutSine }
                PauseAnimation { duration: (2 - dot.index) * 180 }
            }
        }
    }
}
