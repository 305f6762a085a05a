SELECT course_step.person, person.name, course_step.course, course_step.step,
       course_step.operation, operation.at
FROM course_step
JOIN person ON person.id = course_step.person
JOIN operation ON operation.number = course_step.operation
WHERE ?1 IS NULL OR course_step.person = ?1
ORDER BY course_step.operation
