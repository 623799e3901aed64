import QtQuick
import MotCua

// One mark: a face and its word, in the colour of its meaning.
Rectangle {
    id: button

    required property int score
    required property string name
    required property string face
    property bool lying: false
    signal chosen(int score)

    readonly property var icons: ({ very_happy: "emoticon-excited", happy: "emoticon-happy", neutral: "emoticon-neutral", sad: "emoticon-sad", very_sad: "emoticon-angry" })
    readonly property color tone: face === "very_happy" || face === "happy" ? Theme.success : face === "neutral" ? Theme.appointment : face === "sad" ? Theme.warning : Theme.danger

    // Two lines of like length read better than a word left over.
    function balanced(text: string): string {
        const words = text.split(" ");
        if (text.length <= 12 || words.length < 2)
            return text;
        let best = 1;
        const longest = at => Math.max(words.slice(0, at).join(" ").length, words.slice(at).join(" ").length);
        for (let at = 2; at < words.length; at++)
            if (longest(at) <= longest(best))
                best = at;
        return words.slice(0, best).join(" ") + "\n" + words.slice(best).join(" ");
    }

    objectName: "rate-" + score
    radius: Theme.corner
    color: touch.pressed ? Theme.pressed : Theme.surface
    border.width: Theme.border
    border.color: activeFocus || touch.pressed ? tone : Theme.line
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: button.name
    Accessible.onPressAction: button.chosen(button.score)
    Keys.onReturnPressed: button.chosen(button.score)

    Grid {
        anchors.centerIn: parent
        width: parent.width - Theme.size(3)
        columns: button.lying ? 2 : 1
        columnSpacing: Theme.size(3)
        rowSpacing: Theme.size(1.6)
        horizontalItemAlignment: button.lying ? Grid.AlignLeft : Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter
        Icon {
            id: picture
            name: button.icons[button.face] ?? "emoticon-outline"
            units: button.lying ? Math.min(12, button.height / Theme.u * 0.75) : Math.min(23, button.width / Theme.u * 0.76)
            color: button.tone
            width: button.lying ? Theme.size(16) : implicitWidth
        }
        Words {
            width: button.lying ? parent.width - picture.width - Theme.size(3) : parent.width
            height: button.lying ? implicitHeight : Theme.size(11)
            text: button.lying ? button.name : button.balanced(button.name)
            units: button.lying ? 5 : 4
            font.weight: Font.Bold
            lineHeight: 1.2
            horizontalAlignment: button.lying ? Text.AlignLeft : Text.AlignHCenter
            verticalAlignment: button.lying ? Text.AlignVCenter : Text.AlignTop
        }
    }
    TapHandler {
        id: touch
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: button.chosen(button.score)
    }
}
