from qualcode.domain.bundle import Bundle, ReadCode


def test_codes_are_counted_with_those_above_them() -> None:
    paths = [("Power", "time", "waiting"), ("Power", "voice"), ("Power",), ("trust",), ("trust",)]
    bundle = Bundle(codes=tuple(ReadCode(path, "code") for path in paths))
    assert bundle.code_count == 5
    assert Bundle().code_count == 0
