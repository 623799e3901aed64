"""The names of the pictures a configuration may ask for; the screens draw them."""

from collections.abc import Mapping

FIELD_ICONS: Mapping[str, str] = {
    "family": "hộ tịch, gia đình",
    "stamp": "chứng thực, công chứng",
    "land": "đất đai",
    "home": "cư trú, nhà ở",
    "care": "bảo trợ xã hội, người có công",
    "shop": "hộ kinh doanh",
    "company": "doanh nghiệp",
    "build": "xây dựng, quy hoạch",
    "road": "giao thông, vận tải",
    "school": "giáo dục, đào tạo",
    "health": "y tế, dược",
    "car": "xe, giấy phép lái xe",
    "id": "căn cước, hộ chiếu",
    "tax": "thuế",
    "money": "tài chính, kho bạc",
    "plant": "nông nghiệp, trồng trọt",
    "water": "tài nguyên nước, môi trường",
    "fish": "thủy sản, chăn nuôi",
    "court": "tư pháp, luật sư",
    "globe": "đối ngoại, xuất nhập cảnh",
    "work": "lao động, việc làm",
    "culture": "văn hóa, thể thao, du lịch",
    "science": "khoa học, công nghệ, viễn thông",
    "trade": "công thương, thương mại",
    "energy": "điện, năng lượng",
    "post": "bưu điện",
    "shield": "an ninh, quân sự",
    "umbrella": "bảo hiểm",
    "faith": "tín ngưỡng, dân tộc",
    "voice": "khiếu nại, kiến nghị",
    "result": "trả kết quả",
    "help": "hướng dẫn, hỏi đáp",
}

PRIORITY_ICONS: Mapping[str, str] = {
    "elderly": "người cao tuổi",
    "disabled": "người khuyết tật",
    "pregnant": "phụ nữ mang thai, nuôi con nhỏ",
    "merit": "người có công",
    "child": "trẻ em",
}

FACES: Mapping[str, str] = {
    "very_happy": "rất hài lòng",
    "happy": "hài lòng",
    "neutral": "bình thường",
    "sad": "không hài lòng",
    "very_sad": "rất không hài lòng",
}
