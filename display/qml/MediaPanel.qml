pragma ComponentBehavior: Bound

import QtQuick
import MotCua
import Display

// The centre's own pictures and films, in turn; the guide's slides where there are none.
Item {
    id: panel

    required property MediaViewModel media
    required property GuideViewModel guide

    GuideSlide {
        objectName: "media-guide"
        visible: panel.media.kind === ""
        anchors.fill: parent
        guide: panel.guide
    }
    Card {
        visible: panel.media.kind !== ""
        anchors.fill: parent
        clip: true

        Image {
            id: picture
            objectName: "media-picture"
            visible: panel.media.kind === "picture"
            anchors { fill: parent; margins: Theme.border }
            source: visible ? panel.media.source : ""
            sourceSize { width: width; height: height }
            asynchronous: true
            autoTransform: true
            fillMode: Image.PreserveAspectFit
            onStatusChanged: if (status === Image.Error) panel.media.failed(panel.media.turn)
        }
        Loader {
            anchors { fill: parent; margins: Theme.border }
            active: panel.media.kind === "film"
            sourceComponent: Film {
                objectName: "media-film"
                source: panel.media.source
                turn: panel.media.turn
                loudness: panel.media.loudness
                onEnded: turn => { if (turn === panel.media.turn) panel.media.next(); }
                onFailed: turn => panel.media.failed(turn)
            }
        }
    }
}
