pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Who sits here: choose the name, type the PIN.
Overlay {
    id: dialog

    required property Acts acts
    required property HallLists lists
    required property string language
    property string clerk: ""

    title: qsTr("Đăng nhập tại quầy")
    boxWidth: Theme.size(70)
    boxHeight: Theme.size(29) + list.contentHeight
    onVisibleChanged: { pin.text = ""; if (visible) pin.take(); }

    function confirm() {
        if (dialog.clerk === "" || pin.text === "" || dialog.acts.busy)
            return;
        dialog.acts.signIn(dialog.clerk, pin.text);
        pin.text = "";
    }

    function step(by: int) {
        list.currentIndex = dialog.clerk === "" ? 0 : Math.max(0, Math.min(list.count - 1, list.currentIndex + by));
        (list.currentItem as ActKey)?.activated();
    }

    Keys.onDownPressed: dialog.step(1)
    Keys.onUpPressed: dialog.step(-1)

    // The first digit chooses the name where none is chosen yet; the others are the PIN.
    onDigitTyped: digit => {
        if (dialog.clerk !== "")
            pin.text += digit;
        else if (Number(digit) > 0)
            (list.itemAtIndex(Number(digit) - 1) as ActKey)?.activated();
    }

    onTaken: dialog.confirm()

    Words {
        id: ask
        text: qsTr("Chọn tên của bạn")
        units: 2
        color: Theme.quiet
    }
    ListView {
        id: list
        objectName: "clerks"
        clip: true
        spacing: Theme.size(0.6)
        boundsBehavior: Flickable.StopAtBounds
        anchors { left: parent.left; right: parent.right; top: ask.bottom; topMargin: Theme.size(0.8); bottom: message.top; bottomMargin: Theme.size(1) }
        model: dialog.lists.clerks
        delegate: ActKey {
            required property string key
            required property int index
            required property string name
            objectName: "clerk-" + key
            width: ListView.view.width
            text: name
            icon: dialog.clerk === key ? "radiobox-marked" : "radiobox-blank"
            look: dialog.clerk === key ? "suggested" : "plain"
            onActivated: { list.currentIndex = index; dialog.clerk = key; pin.take(); }
        }
    }
    ScrollMark { view: list }
    Words {
        id: message
        objectName: "sign-in-notice"
        width: parent.width
        height: Theme.size(3)
        text: dialog.acts.noticeKind === "refused" ? Meanings.refusal(dialog.acts.noticeCode, dialog.acts.noticeText, dialog.language) : ""
        units: 1.9
        lineHeight: 1.1
        font.weight: Font.DemiBold
        color: Theme.danger
        anchors { left: parent.left; bottom: pin.top; bottomMargin: Theme.size(0.6) }
    }
    Field {
        id: pin
        objectName: "pin"
        hint: qsTr("Mã PIN")
        icon: dialog.compact ? "" : "lock-outline"
        echoMode: TextInput.Password
        maximumLength: 12
        inputMethodHints: Qt.ImhDigitsOnly
        anchors { left: parent.left; right: enter.left; rightMargin: Theme.size(1.1); bottom: parent.bottom }
        onAccepted: dialog.confirm()
    }
    ActKey {
        id: enter
        objectName: "confirm-sign-in"
        enabled: dialog.clerk !== "" && pin.text !== "" && !dialog.acts.busy
        text: qsTr("Đăng nhập")
        keyName: dialog.compact ? "" : "Enter"
        look: "primary"
        height: pin.height
        anchors { right: parent.right; bottom: parent.bottom }
        onActivated: dialog.confirm()
    }
}
