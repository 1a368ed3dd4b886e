from threading import Event, Thread

import qualcode
from qualcode.domain.errors import Cancelled
from qualcode.store.reading import Reading


def test_a_question_is_stopped_from_another_thread(place: str, endless: str) -> None:
    readings: list[Reading] = []
    begun, outcomes = Event(), []

    with qualcode.new(place, coder="AB") as project:

        def ask() -> None:
            try:
                with project.read() as read:
                    readings.append(read)
                    begun.set()
                    read.connection.exec_driver_sql(endless).all()
            except Cancelled as cancelled:
                outcomes.append(cancelled)

        thread = Thread(target=ask)
        thread.start()
        assert begun.wait(10)
        while thread.is_alive():  # it may not have begun to count
            project.database.interrupt(readings[0].connection)
            thread.join(0.05)
        assert len(outcomes) == 1
        project.database.interrupt(readings[0].connection)  # ended long ago
        with project.read() as read:
            assert read.study().name
