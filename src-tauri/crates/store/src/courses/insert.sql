INSERT INTO course_step (operation, person, course, step)
VALUES (?1, ?2, ?3, ?4)
