import QtQuick
import MotCua
import Display

// Beside (or under) the calls: the guide or all counters, then who waits and who is missing.
Item {
    id: side

    required property CallsViewModel calls
    required property GuideViewModel guide
    required property MediaViewModel media
    property string layout: "calls_media"
    property bool stale: false

    readonly property real gap: 2.4 * Theme.u

    MediaPanel {
        objectName: "media"
        visible: side.layout === "calls_media"
        width: side.width
        height: queue.y - side.gap
        guide: side.guide
        media: side.media
    }
    CounterGrid {
        objectName: "counters"
        visible: side.layout === "calls"
        width: side.width
        height: queue.y - side.gap
        calls: side.calls
        stale: side.stale
    }
    QueueCard {
        id: queue
        objectName: "queue"
        y: side.height - height
        width: side.width
        calls: side.calls
    }
}
